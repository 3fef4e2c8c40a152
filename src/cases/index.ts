export { closeCase, openCase } from './commands.ts';
export { caseRoutes } from './api.ts';
