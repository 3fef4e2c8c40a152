export { letterRoutes } from './api.ts';
export { saveTemplate, writeLetter } from './commands.ts';
