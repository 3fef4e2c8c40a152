import type { AnyHandler } from '../../platform/commands/handler.ts';
import { assess } from './assess.ts';
import { setupCommands } from './commands.ts';

export { cellRoutes } from './api.ts';
export { loadFramework } from './load.ts';
export const cellCommands: AnyHandler[] = [...setupCommands, assess];
