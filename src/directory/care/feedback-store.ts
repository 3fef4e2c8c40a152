import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { referenceOf } from '../../platform/reference.ts';
import type { FeedbackKind } from './contract.ts';

export interface GivenFeedback {
  serviceId: string;
  kind: FeedbackKind;
  text: string | null;
  language: string;
}
export interface AnsweredFeedback {
  serviceId: string;
  serviceName: string;
  kind: FeedbackKind;
  at: Date;
  state: 'open' | 'answered' | 'settled';
  answer: string | null;
  answeredAt: Date | null;
}

/** Keeps what someone says of a service and gives the code of its answer; `undefined` when there is no such service. */
export async function giveFeedback(pool: Pool, { serviceId, kind, text, language }: GivenFeedback): Promise<string | undefined> {
  const id = randomUUID();
  const reference = referenceOf(id);
  const { rows } = await pool.query<{ given: boolean }>('select directory.give_feedback($1, $2, $3, $4, $5, $6) as given', [
    id,
    reference,
    serviceId,
    kind,
    text,
    language,
  ]);
  return rows[0]?.given ? reference : undefined;
}

/** What became of it, for whoever holds the code, with the service as it is called in their language. */
export async function readFeedback(pool: Pool, reference: string, language: string): Promise<AnsweredFeedback | undefined> {
  const { rows } = await pool.query<AnsweredFeedback>(
    `select service_id as "serviceId", coalesce((select t.name from directory.translation t
         where t.entity = 'service' and t.entity_id = service_id and t.language = $2), service_name) as "serviceName",
       kind, at, state, answer, answered_at as "answeredAt"
     from directory.read_feedback($1)`,
    [reference, language],
  );
  return rows[0];
}
