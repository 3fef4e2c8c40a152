import type { AnyHandler } from '../../../platform/commands/handler.ts';
import { noteCommands } from './notes.ts';

export const minutesCommands: AnyHandler[] = [...noteCommands];
