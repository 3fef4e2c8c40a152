export { orient, recordVisit } from './commands.ts';
export { deskRoutes } from './api.ts';
