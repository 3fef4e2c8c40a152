import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import type { CommandRunner } from '../../platform/commands/run.ts';
import { buildApp, signInAs } from '../../testing/app.ts';
import { buildActor } from '../../testing/builders.ts';
import { command, mustRun, testRunner, visitPayload } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { fieldKinds } from './lists.ts';
import { isAskedFor, refusalOf } from './rules.ts';
import { listFields, listValues, readFieldFigures } from './store.ts';

const db = useDatabase();
let runner: CommandRunner;
let head: Actor;
let agent: Actor;

beforeAll(async () => {
  head = await buildActor(db(), 'cell_manager');
  agent = await buildActor(db(), 'agent', head.organizationId);
  runner = testRunner(db());
});

const labels = { fr: 'Port d’arrivée', ar: 'ميناء الوصول' };
const options = [
  { key: 'nador', labels: { fr: 'Nador', ar: 'الناظور' } },
  { key: 'melilla', labels: { fr: 'Melilla', ar: 'مليلية' } },
];
const run = (kind: string, payload: object, who = agent) => runner.run(who, command(kind, payload));
async function define(over: object = {}): Promise<string> {
  const fieldId = randomUUID();
  const field = { fieldId, subject: 'visit', kind: 'choice', sensitivity: 'plain', labels, needs: [], options, position: 0, ...over };
  await mustRun(runner, head, 'desk.define_field', field);
  return fieldId;
}
async function visit(): Promise<string> {
  const visitId = randomUUID();
  await mustRun(runner, agent, 'desk.record_visit', visitPayload({ visitId }));
  return visitId;
}
const set = (subjectId: string, values: object, who = agent) => run('desk.set_values', { subject: 'visit', subjectId, values }, who);
const values = (subjectId: string, who = agent) => withActor(db().app, who, (tx) => listValues(tx, subjectId));

describe('a cell’s own question', () => {
  it('is asked by its head without anyone else, answered by its agents, and added up', async () => {
    const fieldId = await define();
    const visits = [await visit(), await visit(), await visit()];
    for (const [i, id] of visits.entries())
      expect(await set(id, { [fieldId]: i === 0 ? 'melilla' : 'nador' })).toMatchObject({ status: 'done' });
    expect(await values(visits[0] ?? '')).toEqual({ [fieldId]: 'melilla' });
    const figures = await withActor(db().app, head, (tx) => readFieldFigures(tx, '2020-01-01', '2100-01-01'));
    expect(figures.find((f) => f.fieldId === fieldId)).toMatchObject({
      answers: 3,
      counts: [
        { value: 'nador', count: 2, labels: options[0]?.labels },
        { value: 'melilla', count: 1 },
      ],
    });
  });
  it('is made by no agent, seen by no other cell, and answered about nothing of another cell', async () => {
    const fieldId = await define();
    expect(await run('desk.define_field', { fieldId: randomUUID() })).toMatchObject({ code: 'not_allowed' });
    const stranger = await buildActor(db(), 'cell_manager');
    expect(await withActor(db().app, stranger, listFields)).toEqual([]);
    expect(await set(await visit(), { [fieldId]: 'nador' }, stranger)).toMatchObject({ code: 'visit_not_found' });
  });
  it('takes only what answers it', async () => {
    const fieldId = await define();
    const id = await visit();
    expect(await set(id, { [fieldId]: 'tanger' })).toMatchObject({ code: 'not_an_answer' });
    expect(await set(id, { [fieldId]: 3 })).toMatchObject({ code: 'not_an_answer' });
    expect(await set(id, { [randomUUID()]: 'nador' })).toMatchObject({ code: 'field_not_found' });
    await mustRun(runner, head, 'desk.retire_field', { fieldId });
    expect(await set(id, { [fieldId]: 'nador' })).toMatchObject({ code: 'field_retired' });
  });
  it('keeps the choices it was answered with when its words change', async () => {
    const fieldId = await define();
    const change = (kept: typeof options) => run('desk.change_field', { fieldId, labels, needs: [], options: kept, position: 1 }, head);
    expect(await change(options.slice(1))).toMatchObject({ code: 'option_in_use' });
    expect(await change([...options, { key: 'oujda', labels: { fr: 'Oujda', ar: 'وجدة' } }])).toMatchObject({ status: 'done' });
  });
  it('that is personal says how long its answers are kept, and they are gone after that', async () => {
    const personal = { kind: 'text', options: [], sensitivity: 'personal' };
    const field = { fieldId: randomUUID(), subject: 'visit', labels, needs: [], position: 0, ...personal };
    expect(await run('desk.define_field', field, head)).toMatchObject({ code: 'invalid_fields', fields: [{ code: 'retention_missing' }] });
    const fieldId = await define({ ...personal, retentionMonths: 2 });
    const [old, recent] = [await visit(), await visit()];
    await runner.run(
      agent,
      command('desk.set_values', { subject: 'visit', subjectId: old, values: { [fieldId]: 'a' } }, new Date(Date.now() - 70 * 86_400_000)),
    );
    await set(recent, { [fieldId]: 'b' });
    await db().app.query('select desk.forget_old_values()');
    expect([await values(old), await values(recent)]).toEqual([{}, { [fieldId]: 'b' }]);
  });
  it('that is sensitive is read by who wrote it and who is entrusted, and nobody overwrites what they cannot see', async () => {
    const fieldId = await define({ kind: 'yes_no', options: [], sensitivity: 'sensitive', retentionMonths: 6 });
    const id = await visit();
    await set(id, { [fieldId]: true });
    expect([await values(id), await values(id, head)]).toEqual([{ [fieldId]: true }, {}]);
    expect(await set(id, { [fieldId]: false }, head)).toMatchObject({ code: 'answer_out_of_sight' });
    await mustRun(runner, head, 'access.entrust', { userId: head.userId, entrusted: true });
    expect(await values(id, head)).toEqual({ [fieldId]: true });
    const figures = await withActor(db().app, head, (tx) => readFieldFigures(tx, '2020-01-01', '2100-01-01'));
    expect(figures.some((f) => f.fieldId === fieldId)).toBe(false);
  });
  it('is read through the network with a trace on what it is about, and where nothing was answered there is none', async () => {
    const fieldId = await define();
    const [answered, other] = [await visit(), await visit()];
    await set(answered, { [fieldId]: 'nador' });
    const desk = await signInAs(buildApp(db()), db(), 'agent', agent.organizationId);
    for (const id of [answered, other]) expect((await desk.get(`/api/desk/fields/values/${id}`)).status).toBe(200);
    const { rows } = await db().asOwner((owner) =>
      owner.query(
        `select subject_kind as kind, subject_id as id from platform.journal where kind = 'file_read' and subject_id = any ($1)`,
        [[answered, other]],
      ),
    );
    expect(rows).toEqual([{ kind: 'visit', id: answered }]);
  });
  it('can be taken back, and a number is summed', async () => {
    const fieldId = await define({ kind: 'number', options: [] });
    const [one, two] = [await visit(), await visit()];
    await set(one, { [fieldId]: 3 });
    await set(two, { [fieldId]: 5 });
    await set(two, { [fieldId]: null });
    const figures = await withActor(db().app, agent, (tx) => readFieldFigures(tx, '2020-01-01', '2100-01-01'));
    expect(figures.find((f) => f.fieldId === fieldId)).toMatchObject({ answers: 1, sum: 3, median: 3 });
  });
});

it('whatever is answered to whatever field, it is an answer of its kind or refused', () => {
  const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom('nador', '2026-02-29', '2026-02-28', '1899-12-31'));
  fc.assert(
    fc.property(fc.constantFrom(...fieldKinds), value, (kind, given) => {
      const refusal = refusalOf({ kind, options, retiredAt: null }, given);
      if (refusal) {
        expect(refusal).toBe('not_an_answer');
        return;
      }
      if (kind === 'yes_no') expect(typeof given).toBe('boolean');
      if (kind === 'number') expect(Number.isFinite(given)).toBe(true);
      if (kind === 'choice') expect(options.map((o) => o.key)).toContain(given);
      if (kind === 'date') expect(new Date(`${given}T00:00:00Z`).toISOString().slice(0, 10)).toBe(given);
    }),
  );
  expect(isAskedFor({ needs: ['health'], retiredAt: null }, ['health', 'justice'])).toBe(true);
  expect(isAskedFor({ needs: ['health'], retiredAt: null }, ['justice'])).toBe(false);
});
