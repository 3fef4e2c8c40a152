import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { type Actor, withActor } from '../platform/database/actor.ts';
import { buildActor } from '../testing/builders.ts';
import { command, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import type { ActionView } from './contract.ts';
import { listOverlaps } from './overlaps.ts';
import { viewAction } from './views.ts';

const db = useDatabase();
let [cell, association, stranger] = [] as unknown as [Actor, Actor, Actor];
const [oujda, nador] = ['024112015', '024124001'];

beforeAll(async () => {
  cell = await buildActor(db(), 'cell_manager');
  association = await buildActor(db(), 'partner');
  stranger = await buildActor(db(), 'partner');
}, 60_000);
async function send(actor: Actor, kind: string, payload: object): Promise<string> {
  const answer = await testRunner(db()).run(actor, command(`coordination.${kind}`, payload));
  return answer.status === 'done' ? 'done' : answer.code;
}
async function plan(actor: Actor, over: object = {}): Promise<string> {
  const actionId = randomUUID();
  const meant = {
    title: { fr: 'Former des interprètes' },
    themes: ['training'],
    audiences: [],
    communeCodes: [oujda],
    recommendations: [],
    rhythmDays: 30,
  };
  const period = { startsOn: '2026-03-01', endsOn: '2026-06-30' };
  expect(await send(actor, 'plan_action', { actionId, ...meant, ...period, ...over })).toBe('done');
  expect(await send(actor, 'move_action', { actionId, act: 'propose' })).toBe('done');
  return actionId;
}
const view = async (actor: Actor, id: string): Promise<ActionView> => {
  const found = await withActor(db().app, actor, (tx) => viewAction(tx, actor, id, 'fr'));
  if (!found) throw new Error('no such action');
  return found;
};
const seen = (actor: Actor, over: object = {}) =>
  withActor(db().app, actor, (tx) =>
    listOverlaps(
      tx,
      actor.organizationId,
      { themes: ['training'], communes: [oujda], startsOn: '2026-05-01', endsOn: '2026-09-30', ...over },
      'fr',
    ),
  );

it('two that share theme, place and time see each other; those that lack one of them do not', async () => {
  const first = await plan(cell);
  expect((await seen(association)).map((o) => o.id)).toEqual([first]);
  expect(await seen(association, { themes: ['cells'] })).toEqual([]);
  expect(await seen(association, { communes: [nador] })).toEqual([]);
  expect(await seen(association, { communes: [] })).toEqual([]);
  expect(await seen(association, { startsOn: '2026-07-01' })).toEqual([]);
  expect(await seen(association, { startsOn: null, endsOn: null })).toHaveLength(1);
  expect(await seen(association, { startsOn: '2026-09-01', endsOn: '2026-05-01' })).toEqual([]);
  // Its own is no other one, and what is still a draft is nobody else's business.
  expect(await seen(cell)).toEqual([]);
  const second = await plan(association);
  expect((await view(cell, first)).overlaps.map((o) => o.id)).toEqual([second]);
  expect((await view(association, second)).overlaps.map((o) => o.id)).toEqual([first]);
  expect((await view(stranger, first)).overlaps).toEqual([]);
});

it('one proposes to join in one press; whoever owns the other accepts, and nobody else does', async () => {
  const actionId = await plan(cell, { communeCodes: [nador] });
  const commitmentId = randomUUID();
  const offer = { commitmentId, actionId, does: { fr: 'Agir ensemble' } };
  expect(await send(cell, 'offer_to_join', offer)).toBe('not_in_that_state');
  expect(await send(association, 'offer_to_join', offer)).toBe('done');
  expect(await send(association, 'offer_to_join', { ...offer, commitmentId: randomUUID() })).toBe('already_exists');
  expect((await seen(association, { communes: [nador] }))[0]?.joined).toBe('offered');
  expect(await send(association, 'answer_commitment', { commitmentId, act: 'accept' })).toBe('not_in_that_state');
  expect(await send(stranger, 'answer_commitment', { commitmentId, act: 'accept' })).toBe('not_yours_to_decide');
  expect(await send(cell, 'answer_commitment', { commitmentId, act: 'accept' })).toBe('done');
  expect((await view(stranger, actionId)).commitments).toMatchObject([{ status: 'committed', does: { fr: 'Agir ensemble' } }]);
});

it('a proposal is declined with the reason, taken back by who made it, and made again', async () => {
  const actionId = await plan(cell, { communeCodes: [nador] });
  const commitmentId = randomUUID();
  const offer = { commitmentId, actionId, does: { fr: 'Agir ensemble' } };
  expect(await send(association, 'offer_to_join', offer)).toBe('done');
  expect(await send(cell, 'answer_commitment', { commitmentId, act: 'refuse' })).toBe('reason_missing');
  expect(await send(cell, 'answer_commitment', { commitmentId, act: 'refuse', reason: 'Déjà complet' })).toBe('done');
  expect(await seen(association, { communes: [nador] })).toContainEqual(
    expect.objectContaining({ id: actionId, joined: 'declined', reason: 'Déjà complet' }),
  );
  expect(await send(association, 'offer_to_join', { ...offer, commitmentId: randomUUID() })).toBe('done');
  expect(await send(association, 'answer_commitment', { commitmentId, act: 'withdraw', reason: 'Changé d’avis' })).toBe('done');
  expect((await view(cell, actionId)).commitments.map((c) => c.status)).toEqual(['withdrawn']);
});

it('past the policies, nobody answers an offer to an action that is not theirs, nor speaks for another organisation', async () => {
  const actionId = await plan(cell, { communeCodes: [nador] });
  const commitmentId = randomUUID();
  await send(association, 'offer_to_join', { commitmentId, actionId, does: { fr: 'Agir' } });
  await withActor(db().app, stranger, (tx) => tx.query(`select coordination.answer_offer($1, 'committed', null, now())`, [commitmentId]));
  const insert = `insert into coordination.commitment (id, action_id, organization_id, does, status) values ($1, $2, $3, '{"fr": "x"}', 'offered')`;
  await expect(withActor(db().app, stranger, (tx) => tx.query(insert, [randomUUID(), actionId, cell.organizationId]))).rejects.toThrow(
    'row-level security',
  );
  expect((await view(cell, actionId)).commitments.map((c) => c.status)).toEqual(['offered']);
});
