import type { Pool } from 'pg';
import { z } from 'zod';
import { type Language, translator } from '../../../platform/i18n/index.ts';
import { answerFields, type InvitedByLink, type ToldMeeting } from '../contract.ts';
import { followedCalendar } from './calendar.ts';
import { toldIn } from './letters.ts';
import { meetingMessages } from './messages/index.ts';

/** What the holder of a verified link sees; undefined where there is no such invitation. */
export async function findInvited(pool: Pool, invitationId: string, language: string): Promise<InvitedByLink | undefined> {
  const { rows } = await pool.query<{ found: InvitedByLink | null }>('select coordination.invited_by_link($1, $2) as found', [
    invitationId,
    language,
  ]);
  return rows[0]?.found ?? undefined;
}

/** The form as a browser sends it: a number that is no number is none. */
export const answerForm = z.object({
  status: answerFields.status,
  seats: z
    .string()
    .default('')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .pipe(answerFields.seats),
  note: answerFields.note.default(''),
});

/** Whether the answer was taken: a meeting that is over or cancelled takes none. */
export async function answerByLink(
  pool: Pool,
  invitationId: string,
  { status, seats, note }: z.infer<typeof answerForm>,
): Promise<boolean> {
  const { rows } = await pool.query<{ taken: boolean }>('select coordination.answer_by_link($1, $2, $3, $4) as taken', [
    invitationId,
    status,
    status === 'declined' ? null : seats,
    note || null,
  ]);
  return rows[0]?.taken ?? false;
}

/** The meetings that an organisation was asked to or holds, for its calendar. */
export async function readCalendar(pool: Pool, organizationId: string, language: Language): Promise<string> {
  const { rows } = await pool.query<{ meeting: ToldMeeting }>('select calendar_of as meeting from coordination.calendar_of($1, $2)', [
    organizationId,
    language,
  ]);
  const say = (meeting: ToldMeeting) => ({
    title: toldIn(meeting.title, language),
    description: [toldIn(meeting.purpose, language), meeting.link].filter(Boolean).join('\n'),
  });
  const name = translator([meetingMessages[language]], language)('asked.calendar');
  return followedCalendar(
    rows.map((row) => row.meeting),
    name,
    say,
    new Date(),
  );
}
