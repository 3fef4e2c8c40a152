export { orient, recordVisit, deskRoles } from './commands.ts';
export { deskRoutes } from './api.ts';
