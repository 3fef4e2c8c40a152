export type { Letterhead } from './contract.ts';
export { setLetterhead } from './commands.ts';
export { headTemplate, openLogo, printHead } from './print-head.ts';
export { getLetterhead } from './store.ts';
