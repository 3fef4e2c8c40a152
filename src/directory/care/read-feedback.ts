import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { feedbackListSchema } from './contract.ts';
import { namesOf, perPage } from './names.ts';

type FeedbackList = z.infer<typeof feedbackListSchema>;

/** What people said of services one keeps, newest first. */
export async function listFeedback(tx: PoolClient, state: string | undefined, page: number): Promise<FeedbackList> {
  const { rows } = await tx.query<{ total: number; feedback: FeedbackList['feedback'][number] }>(
    `select count(*) over () as total, jsonb_build_object('id', f.id, 'reference', f.reference, 'service', jsonb_build_object('id', s.id, 'name', ${namesOf('s')}),
       'organization', jsonb_build_object('id', o.id, 'name', ${namesOf('o')}), 'kind', f.kind, 'text', f.text, 'language', f.language, 'at', f.at,
       'state', f.state, 'answer', f.answer, 'answeredAt', f.answered_at, 'answeredBy', u.name) as feedback
     from directory.feedback f join directory.service s on s.id = f.service_id join directory.organization o on o.id = s.organization_id
     left join access."user" u on u.id = f.answered_by
     where $1::text is null or f.state = $1 order by f.at desc, f.id limit ${perPage} offset $2`,
    [state ?? null, (page - 1) * perPage],
  );
  return { total: rows[0]?.total ?? 0, page, feedback: rows.map((row) => row.feedback) };
}
