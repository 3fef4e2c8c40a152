export { orient, recordVisit } from './commands.ts';
export { deskRoutes } from './api.ts';
export { guideCommands, guideRoutes, loadProcedures } from './guide/index.ts';
