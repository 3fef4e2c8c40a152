import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import type { CommandRunner } from '../../platform/commands/run.ts';
import { buildActor, buildOrganization } from '../../testing/builders.ts';
import { command, mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { type Answers, frameworkSchema } from './contract.ts';
import { assessmentDomains } from './lists.ts';
import { loadFramework } from './load.ts';
import { nextThings, overall, scoresOf } from './rules.ts';
import { listAssessments, listSharedScores } from './store.ts';

const db = useDatabase();
const file = new URL('../../../data/oriental/assessment.json', import.meta.url).pathname;
const framework = frameworkSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const all = (level: number): Answers => Object.fromEntries(framework.criteria.map((c) => [c.key, { level }]));
let runner: CommandRunner;
let head: Actor;
let coordinator: Actor;

beforeAll(async () => {
  await db().asOwner(async (owner) => {
    await loadFramework(owner, file);
    expect((await loadFramework(owner, file)).changed).toBe(0);
  });
  runner = testRunner(db());
  head = await buildActor(db(), 'cell_manager', await buildOrganization(db(), 'Cellule évaluée'));
  coordinator = await buildActor(db(), 'coordinator');
});
const assess = (answers: Answers, over: object = {}) =>
  runner.run(
    head,
    command('desk.assess', { assessmentId: randomUUID(), version: framework.version, madeOn: '2026-11-02', answers, ...over }),
  );

it('the region has about 25 criteria, in every domain, worded in French and in Arabic script', () => {
  expect(framework.criteria).toHaveLength(25);
  expect(new Set(framework.criteria.map((c) => c.domain))).toEqual(new Set(assessmentDomains));
  for (const { title, levels } of framework.criteria) for (const { ar } of [title, ...levels]) expect(ar).toMatch(/\p{Script=Arabic}/u);
});

describe('a score', () => {
  const answered = fc.record(
    Object.fromEntries(framework.criteria.map((c) => [c.key, fc.record({ level: fc.integer({ min: 0, max: 3 }) })])),
  );
  it('goes from none to a hundred, and never falls when a level rises', () => {
    expect([0, 3].map((level) => overall(scoresOf(framework, all(level))))).toEqual([0, 100]);
    fc.assert(
      fc.property(answered, fc.constantFrom(...framework.criteria), (answers, { key, domain }) => {
        const before = scoresOf(framework, answers)[domain] ?? 0;
        const raised = { ...answers, [key]: { level: Math.min(3, (answers[key]?.level ?? 0) + 1) } };
        expect(scoresOf(framework, raised)[domain] ?? 0).toBeGreaterThanOrEqual(before);
      }),
    );
  });
  it('comes with the three lowest criteria to raise next, none that is at its highest', () => {
    fc.assert(
      fc.property(answered, (answers) => {
        const things = nextThings(framework, answers);
        const left = framework.criteria.map((c) => answers[c.key]?.level ?? 0).filter((l) => l < 3);
        expect(things.map(({ next }) => next - 1)).toEqual(left.sort((a, b) => a - b).slice(0, 3));
      }),
    );
  });
});

describe('a self-assessment', () => {
  it('is kept with its day; the journal keeps levels and scores, no note', async () => {
    const answers = { ...all(1), own_office: { level: 2, note: 'Testa Inventée a la clé' } };
    expect(await assess(answers)).toMatchObject({ status: 'done', result: { scores: { missions: 33, equipment: 40 } } });
    const [record] = await withActor(db().app, head, listAssessments);
    expect(record).toMatchObject({ madeOn: '2026-11-02', answers: { own_office: { level: 2, note: 'Testa Inventée a la clé' } } });
    const { rows } = await withActor(db().app, head, (tx) => tx.query(`select payload from platform.journal where kind = 'cell_assessed'`));
    expect(rows[0].payload.levels.own_office).toBe(2);
    expect(JSON.stringify(rows)).not.toContain('Testa');
  });
  it('answers every criterion, none that is not there, by a version there is, not on a day to come', async () => {
    const { own_office: _left, ...some } = all(1);
    expect(await assess(some)).toMatchObject({ code: 'criterion_missing' });
    expect(await assess({ ...all(1), inconnu: { level: 1 } })).toMatchObject({ code: 'criterion_unknown' });
    expect(await assess(all(1), { version: '1999-01' })).toMatchObject({ code: 'framework_not_found' });
    expect(await assess(all(1), { madeOn: '2999-01-01' })).toMatchObject({ code: 'day_ahead' });
  });
  it('is seen by coordinators as scores, from the moment the cell shares them and no longer than it does', async () => {
    const seen = () => withActor(db().app, coordinator, (tx) => listSharedScores(tx, 'fr'));
    expect(await seen()).toEqual([]);
    await mustRun(runner, head, 'desk.share_scores', { shares: true });
    const [shared] = await seen();
    expect(Object.keys(shared ?? {}).sort()).toEqual(['madeOn', 'name', 'organizationId', 'scores', 'version']);
    expect(shared).toMatchObject({ name: 'Cellule évaluée', scores: { missions: 33 } });
    expect(JSON.stringify(shared)).not.toContain('Testa');
    await mustRun(runner, head, 'desk.share_scores', { shares: false });
    expect(await seen()).toEqual([]);
  });
});
