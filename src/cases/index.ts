export { caseRoutes } from './api.ts';
export { caseCommands } from './commands/index.ts';
export { type CaseStatus, isClosed } from './lists.ts';
export { loadDelays } from './load-delays.ts';
