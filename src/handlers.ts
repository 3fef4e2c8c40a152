import { entrust } from './access/index.ts';
import { attach, removeAttachment } from './cases/attachments/index.ts';
import { caseCommands } from './cases/index.ts';
import { saveTemplate, writeLetter } from './cases/letters/index.ts';
import { registerCommands } from './cases/register/index.ts';
import { cellCommands, fieldCommands, guideCommands, orient, recordVisit, setLetterhead } from './desk/index.ts';
import { coordinationCommands, meetingCommands, minutesCommands } from './coordination/index.ts';
import { careCommands } from './directory/care/commands.ts';
import { peopleCommands } from './people/index.ts';
import type { AnyHandler } from './platform/commands/handler.ts';
import { planCommands } from './plans/index.ts';
import { acceptReferral, cancelReferral, declineReferral, reportOutcome, sendReferral, withdrawConsent } from './referrals/index.ts';

/** Every command the platform understands. */
export const handlers: AnyHandler[] = [
  recordVisit,
  setLetterhead,
  orient,
  ...fieldCommands,
  ...guideCommands,
  ...cellCommands,
  entrust,
  ...caseCommands,
  ...registerCommands,
  attach,
  removeAttachment,
  saveTemplate,
  writeLetter,
  ...peopleCommands,
  withdrawConsent,
  sendReferral,
  acceptReferral,
  declineReferral,
  reportOutcome,
  cancelReferral,
  ...careCommands,
  ...coordinationCommands,
  ...meetingCommands,
  ...minutesCommands,
  ...planCommands,
];
