import type { Pool } from 'pg';
import { z } from 'zod';
import { answerFields, type InvitedByLink } from '../contract.ts';

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
