/** What this room takes by its commands and gives by its readings; each part in a file of its own. */
export * from './contract-answers.ts';
export * from './contract-commands.ts';
export * from './contract-fields.ts';
export * from './contract-records.ts';
export { careRoles, editorRoles, focalRoles } from './contract-words.ts';
export * from './lists.ts';
