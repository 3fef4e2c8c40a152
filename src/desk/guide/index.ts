export { guideRoutes } from './api.ts';
export { guideCommands } from './commands.ts';
export { loadProcedures } from './load.ts';
