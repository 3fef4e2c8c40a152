import type { AnyHandler } from '../../platform/commands/handler.ts';
import { importCommands } from '../import/command.ts';
import { beginningCommands } from './begin.ts';
import { copyingCommands } from './copying.ts';
import { fieldCommands } from './fields.ts';
import { publishingCommands } from './publishing.ts';
import { stageCommands } from './stages.ts';
import { thingCommands } from './things.ts';
import { voteCommands } from './votes.ts';

/** Everything a commune may do with its plan. */
export const planCommands: AnyHandler[] = [
  ...beginningCommands,
  ...thingCommands,
  ...fieldCommands,
  ...voteCommands,
  ...stageCommands,
  ...publishingCommands,
  ...copyingCommands,
  ...importCommands,
];
