import type { PoolClient } from 'pg';
import { findRecord } from '../people/index.ts';
import type { CaseFile } from './contract-file.ts';
import { findCaseRow } from './store.ts';

/** All there is to a case in one reading; restricted notes only come to those who may read them. */
export async function findCaseFile(tx: PoolClient, id: string, language: string): Promise<CaseFile | undefined> {
  const row = await findCaseRow(tx, id, language);
  if (!row) return undefined;
  const { rows } = await tx.query({
    name: 'case-file',
    text: `
    select c.summary, c.erased_at as "erasedAt", c.visit_id as "visitId", c.status_reason as "statusReason", c.status_note as "statusNote", c.status_since as "statusSince",
      people.standing_for(c.person_id) as "personId", people.standing_for(c.person_id) is distinct from c.person_id as "wasMerged",
      (select jsonb_build_object('at', v.at, 'audience', v.audience, 'sex', v.sex, 'ageBand', v.age_band, 'channel', v.channel, 'language', v.language, 'note', v.note)
       from desk.visit v where v.id = c.visit_id) as visit,
      (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'reference', v.reference, 'at', v.at, 'needs', v.needs, 'note', v.note) order by v.at desc), '[]')
       from desk.visit v where v.about_case_id = c.id) as "laterVisits",
      (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'level', n.level, 'text', n.text, 'writtenBy', u.name, 'writtenAt', n.written_at) order by n.written_at desc), '[]')
       from cases.note n left join access."user" u on u.id = n.written_by where n.case_id = c.id) as notes,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'dueOn', s.due_on, 'assignedTo', s.assigned_to, 'assignedName', u.name,
         'ending', s.ending, 'endedAt', s.ended_at) order by s.ended_at nulls first, s.due_on nulls last, s.added_at), '[]')
       from cases.step s left join access."user" u on u.id = s.assigned_to where s.case_id = c.id) as steps,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'role', t.role, 'name', t.name, 'phone', t.phone, 'note', t.note) order by t.added_at), '[]')
       from cases.contact t where t.case_id = c.id and t.removed_at is null) as contacts,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'days', k.days, 'source', case when $2 = 'ar' then coalesce(k.source_ar, k.source) else k.source end, 'dueAt', k.due_at, 'pausedAt', k.paused_at,
         'pauseReason', k.pause_reason, 'stoppedAt', k.stopped_at,
         'pauses', (select coalesce(jsonb_agg(jsonb_build_object('from', z.paused_at, 'to', z.resumed_at, 'reason', z.reason) order by z.paused_at), '[]')
                    from cases.clock_pause z where z.clock_id = k.id)) order by k.kind), '[]')
       from cases.clock k where k.case_id = c.id) as clocks,
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'purpose', k.purpose, 'answer', k.answer, 'recipientOrganizationId', k.recipient_organization_id,
         'recipientName', directory.name_in($2, o.id, o.name), 'fields', k.fields, 'ways', k.ways, 'givenHow', k.given_how, 'explainedIn', k.explained_in,
         'textVersion', k.text_version, 'textLanguage', k.text_language, 'explainedBy', u.name, 'interpreter', k.interpreter,
         'representativeName', k.representative_name, 'representativeLink', k.representative_link, 'childsWish', k.childs_wish, 'until', k.until, 'givenAt', k.given_at, 'expiresAt', k.expires_at, 'withdrawnAt', k.withdrawn_at,
         'shares', (select coalesce(jsonb_agg(jsonb_build_object('receiverName', directory.name_in($2, y.id, y.name), 'reference', r.reference,
            'status', r.status, 'hasCopy', r.shared <> '{}') order by r.sent_at), '[]')
           from referrals.referral r join directory.organization y on y.id = r.receiver_organization_id where r.consent_id = k.id)) order by k.given_at desc), '[]')
       from people.consent k left join directory.organization o on o.id = k.recipient_organization_id left join access."user" u on u.id = k.explained_by
       where k.case_id = c.id) as consents, cases.count_attachments(c.id)::int as attached,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', j.kind, 'at', coalesce(j.payload ->> 'at', j.at::text), 'by', u.name, 'to', j.payload ->> 'to',
         'reason', j.payload ->> 'reason', 'note', j.payload ->> 'note', 'level', j.payload ->> 'level', 'title', j.payload ->> 'title') order by j.id desc), '[]')
       from platform.journal j left join access."user" u on u.id = j.user_id where j.subject_id = c.id and j.kind <> 'file_read') as history
    from cases."case" c where c.id = $1`,
    values: [id, language],
  });
  const { personId, wasMerged, visit, ...rest } = rows[0];
  const person = personId ? await findRecord(tx, personId) : undefined;
  return { case: { ...row, summary: rest.summary, visitId: rest.visitId }, visit, ...rest, person: person ?? null, wasMerged };
}
