import type { AnyHandler } from '../../../platform/commands/handler.ts';
import { agendaCommands } from './agenda.ts';
import { attendanceCommands } from './attendance.ts';
import { bodyCommands } from './bodies.ts';
import { documentCommands } from './documents.ts';
import { invitationCommands } from './invitations.ts';
import { meetingLife } from './meetings.ts';

/** What may be done with meetings and with the bodies that hold them. */
export const meetingCommands: AnyHandler[] = [
  ...bodyCommands,
  ...meetingLife,
  ...agendaCommands,
  ...invitationCommands,
  ...attendanceCommands,
  ...documentCommands,
];
