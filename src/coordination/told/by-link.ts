import type { Pool } from 'pg';
import { z } from 'zod';
import { freeText } from '../../platform/commands/contract.ts';
import type { Told } from '../contract.ts';
import type { DigestRhythm } from '../lists.ts';
import { type CountedStep, progressOfSteps } from '../progress.ts';
import type { AwaitedStep } from './letters.ts';

/** What the holder of a reminder's link is asked. */
export interface Asked {
  actionId: string;
  title: Told;
  organization: string;
  isSilent: boolean;
  awaited: AwaitedStep[];
  /** All steps of the action, as they are counted. */
  steps: (CountedStep & { id: string })[];
  answeredAt: Date | null;
}

/** Undefined where the action runs no more. */
export async function findAsked(pool: Pool, reminderId: string, language: string): Promise<Asked | undefined> {
  const { rows } = await pool.query<Asked>(
    `select action_id as "actionId", title, organization, is_silent as "isSilent", awaited, steps, answered_at as "answeredAt"
     from coordination.asked_by_link($1, $2)`,
    [reminderId, language],
  );
  return rows[0];
}

const words = freeText(1000);
/** What a form of that page sends. */
export const answerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('on_track'), words: words.default('') }),
  z.object({ answer: z.literal('proof_follows'), step: z.uuid(), words: words.default('') }),
  z.object({ answer: z.literal('blocked'), words: words.min(1) }),
  z.object({ answer: z.literal('new_date'), step: z.uuid(), day: z.iso.date(), words: words.default('') }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** The organisation's word, taken once; false where it was given already or there is nothing to answer any more. */
export async function answerAsked(pool: Pool, reminderId: string, asked: Asked, answer: Answer): Promise<boolean> {
  const step = 'step' in answer ? answer.step : null;
  const steps = asked.steps.map((one) => (one.id === step ? { ...one, ending: 'done' as const } : one));
  const { rows } = await pool.query<{ taken: boolean }>('select coordination.answer_by_link($1, $2, $3, $4, $5, $6) as taken', [
    reminderId,
    answer.answer,
    answer.words,
    step,
    'day' in answer ? answer.day : null,
    progressOfSteps(steps),
  ]);
  return rows[0]?.taken ?? false;
}

/** How often a person is told, after their choice where they made one; undefined where there is no such person. */
export async function digestByLink(pool: Pool, userId: string, wish?: DigestRhythm): Promise<DigestRhythm | undefined> {
  const { rows } = await pool.query<{ rhythm: DigestRhythm | null }>('select coordination.digest_by_link($1, $2) as rhythm', [
    userId,
    wish ?? null,
  ]);
  return rows[0]?.rhythm ?? undefined;
}
