import type { z } from 'zod';
import { type AnyHandler, type Decision, handler, refuse } from '../../../platform/commands/handler.ts';
import type { Statement } from '../../../platform/database/batch.ts';
import { speakers } from '../../commands/said.ts';
import { answerInvitationSchema, inviteSchema, remindInvitedSchema, uninviteSchema } from '../contract.ts';
import { isAhead } from '../rules.ts';
import { closedTo, type Held, readHeld, told } from './held.ts';

/** The decision, and the letters it leads to once it is committed. */
export const writing = (decision: Decision, meetingId: string): Decision =>
  'events' in decision ? { ...decision, jobs: [{ name: 'write_invitations', data: { meetingId } }] } : decision;

/**
 * Marks the letters of a meeting as due; whoever was never written to needs no word that it is cancelled, and whoever had a letter today is not
 * reminded of it on the same day.
 */
export const letters = (meetingId: unknown, letter: 'request' | 'cancel' | 'reminder'): Statement => ({
  text: `update coordination.invitation set letter = case when $2 = 'cancel' and written_at is null then null else $2 end
         where meeting_id = $1 and ($2 <> 'reminder'
           or status = 'asked' and letter is null and coalesce(written_at < directory.moment_of(directory.today()), true))`,
  values: [meetingId, letter],
});
const invitesTo = (held: Held): string | undefined => {
  const closed = closedTo(held);
  return closed ?? (held.status && !isAhead(held.status) ? 'not_in_that_state' : undefined);
};

const invite = handler<z.infer<typeof inviteSchema>, Held & { unknown: number }>({
  kind: 'coordination.invite',
  schema: inviteSchema,
  roles: speakers,
  async load(tx, { meetingId, invitations }) {
    const held = await readHeld(tx, meetingId);
    const asked = invitations.flatMap((one) => ('organizationId' in one ? [one.organizationId] : []));
    const { rows } = await tx.query<{ unknown: number }>(
      `select count(*)::int as unknown from unnest($1::uuid[]) a(id)
       where not exists (select from directory.organization o where o.id = a.id and o.vanished_at is null)`,
      [asked],
    );
    return { ...held, unknown: rows[0]?.unknown ?? 0 };
  },
  decide(state, payload, _actor, _now, at) {
    const closed = invitesTo(state);
    if (closed) return refuse(closed);
    if (state.unknown > 0) return refuse('organization_not_found');
    const { meetingId, invitations } = payload;
    // Addresses are not for the journal.
    const event = {
      kind: 'invited',
      subjectKind: 'meeting',
      subjectId: meetingId,
      payload: { meetingId, count: invitations.length, at: at.toISOString() },
      sealed: { invitations },
    };
    const decision = { events: [event] };
    return state.status === 'called' ? writing(decision, meetingId) : decision;
  },
  // Whoever was asked already is not asked twice.
  write: ({ payload: p, sealed }, actor) => [
    {
      text: `insert into coordination.invitation (id, meeting_id, organization_id, words, email, language, letter, created_by)
             select i."invitationId", m.id, i."organizationId", i.words, i.email, coalesce(i.language, 'fr'), case when m.status = 'called' then 'request' end, $3
             from coordination.meeting m, jsonb_to_recordset($2::jsonb)
               as i("invitationId" uuid, "organizationId" uuid, words text, email text, language text)
             where m.id = $1 on conflict do nothing`,
      values: [p['meetingId'], JSON.stringify(sealed?.['invitations'] ?? []), actor.userId],
    },
  ],
});

const uninvite = handler<z.infer<typeof uninviteSchema>, Held & { isWritten: boolean }>({
  kind: 'coordination.uninvite',
  schema: uninviteSchema,
  roles: speakers,
  async load(tx, { meetingId, invitationId }) {
    const held = await readHeld(tx, meetingId);
    const { rowCount } = await tx.query(
      'select from coordination.invitation where id = $1 and (written_at is not null or letter is not null)',
      [invitationId],
    );
    return { ...held, isWritten: rowCount === 1 };
  },
  decide(state, payload, _actor, _now, at) {
    const closed = invitesTo(state);
    if (closed) return refuse(closed);
    return state.isWritten ? refuse('invitation_written') : told('uninvited', 'meeting', payload.meetingId, payload, at);
  },
  write: ({ payload: p }) => [
    {
      text: 'delete from coordination.invitation where id = $1 and meeting_id = $2',
      values: [p['invitationId'], p['meetingId']],
    },
  ],
});

const remind = handler<z.infer<typeof remindInvitedSchema>, Held>({
  kind: 'coordination.remind_invited',
  schema: remindInvitedSchema,
  roles: speakers,
  load: (tx, { meetingId }) => readHeld(tx, meetingId),
  decide(state, payload, _actor, _now, at) {
    const closed = closedTo(state);
    if (closed) return refuse(closed);
    if (state.status !== 'called') return refuse('not_in_that_state');
    return writing(told('invited_reminded', 'meeting', payload.meetingId, payload, at), payload.meetingId);
  },
  write: ({ payload: p }) => [letters(p['meetingId'], 'reminder')],
});

interface Asked {
  meetingId: string;
  isOwn: boolean;
  takesAnswers: boolean;
}
const answer = handler<z.infer<typeof answerInvitationSchema>, Asked | undefined>({
  kind: 'coordination.answer_invitation',
  schema: answerInvitationSchema,
  roles: speakers,
  async load(tx, { invitationId }, actor) {
    const { rows } = await tx.query<Asked>(
      `select meeting_id as "meetingId", coalesce(organization_id = $2, false) as "isOwn", coordination.takes_answers(meeting_id) as "takesAnswers"
       from coordination.invitation where id = $1`,
      [invitationId, actor.organizationId],
    );
    return rows[0];
  },
  decide(asked, payload, _actor, _now, at) {
    if (!asked) return refuse('invitation_not_found');
    if (!asked.isOwn) return refuse('not_yours_to_decide');
    if (!asked.takesAnswers) return refuse('answers_over');
    return told('invitation_answered', 'meeting', asked.meetingId, { ...payload, meetingId: asked.meetingId }, at);
  },
  write: ({ payload: p }) => [
    {
      text: 'select coordination.answer_invitation($1, $2, $3, $4, $5)',
      values: [p['invitationId'], p['status'], p['seats'], p['note'] || null, p['at']],
    },
  ],
});

export const invitationCommands: AnyHandler[] = [invite, uninvite, remind, answer];
