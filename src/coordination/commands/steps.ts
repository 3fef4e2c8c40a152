import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, type DomainEvent, handler, refuse } from '../../platform/commands/handler.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { addProofSchema, closeBlockerSchema, endStepSchema, openBlockerSchema, setStepSchema, tellNewsSchema } from '../contract.ts';
import type { ActionStatus } from '../lists.ts';
import { type CountedStep, progressOfSteps } from '../progress.ts';
import { actionMoved, said, speakers } from './said.ts';

type KeptStep = CountedStep & { id: string };
interface Part {
  status: ActionStatus | null;
  takesPart: boolean;
  isOwner: boolean;
  steps: KeptStep[];
}
const nothing: Part = { status: null, takesPart: false, isOwner: false, steps: [] };
/** An action as a change to it finds it; held, so that two changes at once are counted one after the other. */
async function readPart(tx: PoolClient, actionId: string): Promise<Part> {
  await tx.query(`select coordination.hold('action', $1)`, [actionId]);
  const { rows } = await tx.query<Omit<Part, 'steps'>>(
    `select status, coordination.takes_part(id) as "takesPart", coordination.writes(organization_id) as "isOwner"
     from coordination.action where id = $1`,
    [actionId],
  );
  if (!rows[0]) return nothing;
  const steps = await tx.query<KeptStep>(
    `select s.id, s.weight, s.ending, s.is_milestone as "isMilestone", exists (select from coordination.proof p where p.step_id = s.id) as "isProven"
     from coordination.step s where s.action_id = $1`,
    [actionId],
  );
  return { ...rows[0], steps: steps.rows };
}
const over: readonly (ActionStatus | null)[] = ['done', 'abandoned'];
const inTheWay = ({ status, takesPart }: Part): string | undefined =>
  status === null ? 'action_not_found' : !takesPart ? 'not_part_of_it' : undefined;

/** How far the action came with this step as it will be. */
const progressWith = (steps: readonly KeptStep[], id: string, change: Partial<CountedStep>): number | null => {
  const before = steps.find((s) => s.id === id) ?? { id, weight: 1, ending: null, isMilestone: false, isProven: false };
  return progressOfSteps([...steps.filter((s) => s.id !== id), { ...before, ...change }]);
};
const movedTo = ({ payload: p }: DomainEvent): Statement => ({
  text: 'select coordination.action_moved($1, $2, $3)',
  values: [p['actionId'], p['at'], p['progress'] ?? null],
});

const setStep = handler<z.infer<typeof setStepSchema>, Part & { elsewhere: boolean; organizationFound: boolean }>({
  kind: 'coordination.set_step',
  schema: setStepSchema,
  roles: speakers,
  async load(tx, { actionId, stepId, organizationId }) {
    const { rows } = await tx.query(
      `select exists (select from coordination.step where id = $1 and action_id <> $2) as elsewhere,
              $3::uuid is null or exists (select from directory.organization where id = $3 and vanished_at is null) as "organizationFound"`,
      [stepId, actionId, organizationId],
    );
    return { ...rows[0], ...(await readPart(tx, actionId)) };
  },
  decide(state, payload, _actor, _now, at) {
    if (state.status === null) return refuse('action_not_found');
    if (!state.isOwner) return refuse('not_yours_to_decide');
    if (state.elsewhere) return refuse('step_not_found');
    if (!state.organizationFound) return refuse('organization_not_found');
    if (over.includes(state.status)) return refuse('not_in_that_state');
    const { weight, isMilestone } = payload;
    const progress = progressWith(state.steps, payload.stepId, { weight, isMilestone });
    return said('step_set', 'action', payload.actionId, { ...payload, progress }, at);
  },
  write: (event, actor) => [
    {
      text: `insert into coordination.step as s (id, action_id, organization_id, position, title, weight, due_on, is_milestone, created_by)
             values ($1, $2, $3, (select count(*) + 1 from coordination.step o where o.action_id = $2), $4, $5, $6, $7, $8)
             on conflict (id) do update set organization_id = excluded.organization_id, title = excluded.title, weight = excluded.weight,
               due_on = excluded.due_on, is_milestone = excluded.is_milestone`,
      values: [
        ...['stepId', 'actionId', 'organizationId', 'title', 'weight', 'dueOn', 'isMilestone'].map((key) => event.payload[key]),
        actor.userId,
      ],
    },
    movedTo(event),
  ],
});

interface StepState extends Part {
  actionId: string | null;
  ending: string | null;
  isOwn: boolean;
}
const endStep = handler<z.infer<typeof endStepSchema>, StepState>({
  kind: 'coordination.end_step',
  schema: endStepSchema,
  roles: speakers,
  async load(tx, { stepId }, actor) {
    const { rows } = await tx.query(
      `select action_id as "actionId", ending, organization_id = $2 as "isOwn" from coordination.step where id = $1 for update`,
      [stepId, actor.organizationId],
    );
    const step = rows[0] ?? { actionId: null, ending: null, isOwn: false };
    return { ...step, ...(step.actionId ? await readPart(tx, step.actionId) : nothing) };
  },
  decide(state, payload, _actor, _now, at) {
    if (!state.actionId) return refuse('step_not_found');
    if (!state.isOwner && !state.isOwn) return refuse('not_yours_to_decide');
    if ((state.ending === null) === (payload.ending === null)) return refuse('not_in_that_state');
    const kind = payload.ending === null ? 'step_taken_up_again' : `step_${payload.ending}`;
    const progress = progressWith(state.steps, payload.stepId, { ending: payload.ending });
    return said(kind, 'action', state.actionId, { ...payload, actionId: state.actionId, progress }, at);
  },
  write: (event) => [
    {
      text: `update coordination.step set ending = $2, reason = $4,
               ended_on = case when $2::text is null then null else coalesce($3::date, directory.wall_clock($5)::date) end where id = $1`,
      values: ['stepId', 'ending', 'endedOn', 'reason', 'at'].map((key) => event.payload[key] ?? null),
    },
    movedTo(event),
  ],
});

const addProof = handler<z.infer<typeof addProofSchema>, Part & { stepFound: boolean; fileFound: boolean; value: number | null }>({
  kind: 'coordination.add_proof',
  schema: addProofSchema,
  roles: speakers,
  async load(tx, { actionId, stepId, fileId, figure }) {
    const { rows } = await tx.query(
      `select $1::uuid is null or exists (select from coordination.step where id = $1 and action_id = $2) as "stepFound",
              $3::uuid is null or exists (select from files.file where id = $3) as "fileFound",
              coordination.figure_now($4)::float8 as value`,
      [stepId ?? null, actionId, fileId ?? null, figure ?? null],
    );
    return { ...rows[0], ...(await readPart(tx, actionId)) };
  },
  decide(state, payload, _actor, now, at) {
    const refusal = inTheWay(state);
    if (refusal) return refuse(refusal);
    if (!state.stepFound) return refuse('step_not_found');
    if (!state.fileFound) return refuse('file_not_found');
    if (payload.datedOn > now.toISOString().slice(0, 10)) return refuse('date_ahead');
    const progress = payload.stepId ? progressWith(state.steps, payload.stepId, { isProven: true }) : progressOfSteps(state.steps);
    return said('proof_added', 'action', payload.actionId, { ...payload, figureValue: state.value, progress }, at);
  },
  write: (event, actor) => [
    {
      text: `insert into coordination.proof (id, action_id, step_id, organization_id, kind, dated_on, words, url, file_id, figure, figure_value, is_public, created_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      values: [
        ...['proofId', 'actionId', 'stepId'].map((key) => event.payload[key] ?? null),
        actor.organizationId,
        ...['kind', 'datedOn', 'words', 'url', 'fileId', 'figure', 'figureValue', 'isPublic'].map((key) => event.payload[key] ?? null),
        actor.userId,
      ],
    },
    movedTo(event),
  ],
});

const tellNews = handler<z.infer<typeof tellNewsSchema>, Part>({
  kind: 'coordination.tell_news',
  schema: tellNewsSchema,
  roles: speakers,
  load: (tx, { actionId }) => readPart(tx, actionId),
  decide(state, payload, _actor, _now, at) {
    const refusal = inTheWay(state);
    if (refusal) return refuse(refusal);
    // How far the whole came is its owner's to say.
    if (payload.declaredProgress !== undefined && !state.isOwner) return refuse('not_yours_to_decide');
    return said('news_told', 'action', payload.actionId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.news (id, action_id, organization_id, words, declared_progress, created_by) values ($1, $2, $3, $4, $5, $6)`,
      values: [p['newsId'], p['actionId'], actor.organizationId, p['words'], p['declaredProgress'] ?? null, actor.userId],
    },
    actionMoved(p),
    ...(p['declaredProgress'] === undefined
      ? []
      : [{ text: 'update coordination.action set declared_progress = $2 where id = $1', values: [p['actionId'], p['declaredProgress']] }]),
  ],
});

const openBlocker = handler<z.infer<typeof openBlockerSchema>, Part>({
  kind: 'coordination.open_blocker',
  schema: openBlockerSchema,
  roles: speakers,
  load: (tx, { actionId }) => readPart(tx, actionId),
  decide(state, payload, _actor, _now, at) {
    const refusal = inTheWay(state);
    if (refusal) return refuse(refusal);
    return said(`${payload.kind}_told`, 'action', payload.actionId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: 'insert into coordination.blocker (id, action_id, organization_id, kind, words, created_by) values ($1, $2, $3, $4, $5, $6)',
      values: [p['blockerId'], p['actionId'], actor.organizationId, p['kind'], p['words'], actor.userId],
    },
    actionMoved(p),
  ],
});
const closeBlocker = handler<z.infer<typeof closeBlockerSchema>, { actionId: string; isOpen: boolean; takesPart: boolean } | undefined>({
  kind: 'coordination.close_blocker',
  schema: closeBlockerSchema,
  roles: speakers,
  async load(tx, { blockerId }) {
    const { rows } = await tx.query(
      `select action_id as "actionId", closed_at is null as "isOpen", coordination.takes_part(action_id) as "takesPart"
       from coordination.blocker where id = $1`,
      [blockerId],
    );
    return rows[0];
  },
  decide(found, payload, _actor, _now, at) {
    if (!found) return refuse('blocker_not_found');
    if (!found.takesPart) return refuse('not_part_of_it');
    if (!found.isOpen) return refuse('not_in_that_state');
    return said('blocker_closed', 'action', found.actionId, { ...payload, actionId: found.actionId }, at);
  },
  write: ({ payload: p }) => [
    { text: 'update coordination.blocker set closed_at = $2 where id = $1', values: [p['blockerId'], p['at']] },
    actionMoved(p),
  ],
});

export const stepCommands: AnyHandler[] = [setStep, endStep, addProof, tellNews, openBlocker, closeBlocker];
