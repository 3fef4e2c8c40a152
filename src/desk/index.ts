export { cellCommands, cellRoutes, loadFramework } from './cell/index.ts';
export { orient, recordVisit } from './commands.ts';
export { deskRoutes } from './api.ts';
export { getLetterhead, headTemplate, type Letterhead, openLogo, printHead, setLetterhead } from './letterhead/index.ts';
export { printPhone } from './slip/index.ts';
export { guideCommands, guideRoutes, loadProcedures } from './guide/index.ts';
export { fieldRoutes } from './fields/api.ts';
export { fieldCommands } from './fields/commands.ts';
export { listFields } from './fields/store.ts';
