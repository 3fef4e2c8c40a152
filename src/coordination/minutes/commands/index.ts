import type { AnyHandler } from '../../../platform/commands/handler.ts';
import { decisionCommands } from './decisions.ts';
import { noteCommands } from './notes.ts';
import { validateCommands } from './validate.ts';

export const minutesCommands: AnyHandler[] = [...noteCommands, ...decisionCommands, ...validateCommands];
