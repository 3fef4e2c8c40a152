export { planRoutes } from './api.ts';
export { planCommands } from './commands/index.ts';
export { loadLibrary, loadStages } from './load.ts';
export { takesPlanTables } from './import/routes.ts';
