import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import { addProofSchema, showProofSchema, withdrawProofSchema } from '../contract.ts';
import { progressOfSteps } from '../progress.ts';
import { inTheWay, movedTo, nothing, type Part, progressWith, readPart } from './part.ts';
import { said, speakers } from './said.ts';

interface Adding extends Part {
  stepFound: boolean;
  fileFound: boolean;
  fileAttached: boolean;
  value: number | null;
  /** By the region's clock. */
  today: string;
}
const addProof = handler<z.infer<typeof addProofSchema>, Adding>({
  kind: 'coordination.add_proof',
  schema: addProofSchema,
  roles: speakers,
  async load(tx, { actionId, stepId, fileId, figure }) {
    const { rows } = await tx.query(
      `select $1::uuid is null or exists (select from coordination.step where id = $1 and action_id = $2) as "stepFound",
              $3::uuid is null or exists (select from files.file where id = $3 and media_type <> 'audio/wav') as "fileFound",
              exists (select from files.file where id = $3 and bound_at is not null) as "fileAttached", directory.today()::text as today,
              coordination.figure_now($4)::float8 as value`,
      [stepId ?? null, actionId, fileId ?? null, figure ?? null],
    );
    return { ...rows[0], ...(await readPart(tx, actionId)) };
  },
  decide(state, payload, _actor, _now, at) {
    const refusal = inTheWay(state);
    if (refusal) return refuse(refusal);
    if (!state.stepFound) return refuse('step_not_found');
    if (!state.fileFound) return refuse('file_not_found');
    if (state.fileAttached) return refuse('file_already_attached');
    // A day begins in the region before it begins by UTC.
    if (payload.datedOn > state.today) return refuse('date_ahead');
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
    // From here on it does not wait any more, and is not swept.
    ...(event.payload['fileId']
      ? [{ text: 'update files.file set bound_at = now() where id = $1', values: [event.payload['fileId']] }]
      : []),
    movedTo(event),
  ],
});

interface Kept extends Part {
  actionId: string | null;
  stepId: string | null;
  fileId: string | null;
  blob: string | null;
  isOwn: boolean;
  isPublic: boolean;
  isWithdrawn: boolean;
  /** Another one stands behind the same step. */
  hasOther: boolean;
}
async function readProof(tx: PoolClient, proofId: string, organizationId: string): Promise<Kept | undefined> {
  const { rows } = await tx.query(
    `select p.action_id as "actionId", p.step_id as "stepId", p.file_id as "fileId", f.blob, p.organization_id is not distinct from $2 as "isOwn",
       p.is_public as "isPublic", p.withdrawn_at is not null as "isWithdrawn",
       exists (select from coordination.proof o where o.step_id = p.step_id and o.id <> p.id and o.withdrawn_at is null) as "hasOther"
     from coordination.proof p left join files.file f on f.id = p.file_id where p.id = $1`,
    [proofId, organizationId],
  );
  const [proof] = rows;
  return proof && { ...nothing, ...(await readPart(tx, proof.actionId)), ...proof };
}
/** Whoever showed it answers for it; for one that came with the region's data, whoever owns the action. */
const proofInTheWay = (state: Kept | undefined): string | undefined => {
  if (!state?.actionId) return 'proof_not_found';
  if (!state.isOwn && !state.isOwner) return 'not_yours_to_decide';
  return state.isWithdrawn ? 'proof_withdrawn' : undefined;
};

const showProof = handler<z.infer<typeof showProofSchema>, Kept | undefined>({
  kind: 'coordination.show_proof',
  schema: showProofSchema,
  roles: speakers,
  load: (tx, { proofId }, actor) => readProof(tx, proofId, actor.organizationId),
  decide(state, payload, _actor, _now, at) {
    const refusal = proofInTheWay(state);
    if (refusal || !state?.actionId) return refuse(refusal ?? 'proof_not_found');
    if (state.isPublic === payload.isPublic) return refuse('not_in_that_state');
    return said(payload.isPublic ? 'proof_shown' : 'proof_hidden', 'action', state.actionId, { ...payload, actionId: state.actionId }, at);
  },
  write: ({ payload: p }) => [
    { text: 'update coordination.proof set is_public = $2 where id = $1', values: [p['proofId'], p['isPublic']] },
  ],
});

const withdrawProof = handler<z.infer<typeof withdrawProofSchema>, Kept | undefined>({
  kind: 'coordination.withdraw_proof',
  schema: withdrawProofSchema,
  roles: speakers,
  load: (tx, { proofId }, actor) => readProof(tx, proofId, actor.organizationId),
  decide(state, payload, _actor, _now, at) {
    const refusal = proofInTheWay(state);
    if (refusal || !state?.actionId) return refuse(refusal ?? 'proof_not_found');
    // Its file is its sender's: nobody else takes that away.
    if (!state.isOwn && state.fileId) return refuse('not_yours_to_decide');
    const { actionId, stepId, fileId, blob, steps, hasOther } = state;
    const progress = stepId ? progressWith(steps, stepId, { isProven: hasOther }) : progressOfSteps(steps);
    const decision = said('proof_withdrawn', 'action', actionId, { ...payload, actionId, fileId, progress }, at);
    return blob === null ? decision : { ...decision, jobs: [{ name: 'remove_file_bytes', data: { blob } }] };
  },
  write: (event) => [
    {
      text: 'update coordination.proof set withdrawn_at = $2, withdrawn_because = $3, is_public = false where id = $1',
      values: ['proofId', 'at', 'reason'].map((key) => event.payload[key]),
    },
    // Its key goes with this row: from here on nobody can read the bytes, wherever a copy of them lies.
    ...(event.payload['fileId'] ? [{ text: 'delete from files.file where id = $1', values: [event.payload['fileId']] }] : []),
    movedTo(event),
  ],
});

export const proofCommands: AnyHandler[] = [addProof, showProof, withdrawProof];
