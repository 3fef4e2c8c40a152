import type { AnyHandler } from '../../platform/commands/handler.ts';
import { actionCommands } from './actions.ts';
import { findingCommands } from './findings.ts';
import { followingCommands } from './following.ts';
import { deskCommands } from './from-desk.ts';
import { newsCommands } from './news.ts';
import { proofCommands } from './proofs.ts';
import { recommendationCommands } from './recommendations.ts';
import { stepCommands } from './steps.ts';
import { supportCommands } from './support.ts';
import { textCommands } from './texts.ts';

export const coordinationCommands: AnyHandler[] = [
  ...findingCommands,
  ...deskCommands,
  ...recommendationCommands,
  ...actionCommands,
  ...stepCommands,
  ...proofCommands,
  ...newsCommands,
  ...followingCommands,
  ...supportCommands,
  ...textCommands,
];
