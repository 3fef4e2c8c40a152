import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../platform/database/actor.ts';
import type { CommandRunner } from '../platform/commands/run.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { buildActor, buildOrganization } from '../testing/builders.ts';
import { command, mustRun, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { jobWork } from '../work.ts';
import { findLikenesses, searchPeople } from './find-people.ts';
import { listLikelyPairs } from './likely-pairs.ts';
import { findPersonView } from './person-view.ts';
import { completeRecord } from './record.ts';

const db = useDatabase();
let runner: CommandRunner;
let agent: Actor;
let colleague: Actor;

beforeAll(async () => {
  const cell = await buildOrganization(db());
  [agent, colleague] = [await buildActor(db(), 'agent', cell), await buildActor(db(), 'agent', cell)];
  runner = testRunner(db());
});

const run = (kind: string, payload: object, who = agent) => runner.run(who, command(kind, payload));
async function record(name: string, over: object = {}, who = agent): Promise<string> {
  const personId = randomUUID();
  await mustRun(runner, who, 'people.record', { personId, name, ...over });
  return personId;
}
const search = (typed: string, who = agent) => withActor(db().app, who, (tx) => searchPeople(tx, who.organizationId, typed, 'fr'));
const alike = (given: { name: string; birthDate?: string; personId?: string }, who = agent) =>
  withActor(db().app, who, (tx) =>
    findLikenesses(
      tx,
      who.organizationId,
      { ...completeRecord({ ...given, personId: given.personId ?? '' }), personId: given.personId },
      'fr',
    ),
  );
const view = (id: string, who = agent) => withActor(db().app, who, (tx) => findPersonView(tx, id));
const lookForDuplicates = (personId: string, who = agent) =>
  inTransaction(
    db().app,
    (tx) =>
      jobWork['look_for_duplicates']?.([{ personId, organizationId: who.organizationId, userId: who.userId }], tx) ?? Promise.resolve(),
  );

describe('someone who was here before', () => {
  it('is found by a name in the other script, spelled another way, by its beginning, by telephone', async () => {
    const id = await record('Zoubida Benchekroune', { birthDate: '1958-03-02', phone: '06 12 34 56 78' });
    for (const typed of ['زبيدة بنشقرون', 'Zubida Ben Chekroun', 'Benchek', '0612345678', '+212 6 12 34 56 78'])
      expect(
        (await search(typed)).map((p) => p.id),
        typed,
      ).toContain(id);
    expect((await search('Zoubida Benchekroune'))[0]).toMatchObject({ id, phone: '+212612345678' });
  });
  it('is seen by their own cell alone', async () => {
    await record('Hnia Oufroukhi');
    const stranger = await buildActor(db(), 'agent');
    expect(await search('Hnia Oufroukhi', stranger)).toEqual([]);
    expect(await alike({ name: 'Hnia Oufroukhi' }, stranger)).toEqual([]);
  });
});

describe('duplicates', () => {
  it('four spellings of one man born in 1969 come together, in both scripts; another family does not', async () => {
    const born = { birthDate: '1969' };
    const same = [
      await record('محمد الوردي', born),
      await record('Mohammed El Ouardi', born),
      await record('Mohamed Elouardi', born),
      await record('M. Alwardi', born),
    ];
    const other = await record('Mohamed El Ouali', born);
    for (const [i, name] of ['محمد الوردي', 'Mohammed El Ouardi', 'Mohamed Elouardi', 'M. Alwardi'].entries()) {
      const found = await alike({ name, ...born, personId: same[i] ?? '' });
      expect(
        found
          .filter((l) => l.sure)
          .map((l) => l.person.id)
          .sort(),
        name,
      ).toEqual(same.filter((id) => id !== same[i]).sort());
    }
    const ofOther = await alike({ name: 'Mohamed El Ouali', ...born, personId: other });
    expect(ofOther.filter((l) => l.sure)).toEqual([]);
  });
  it('are said in words: same birth date, name written differently', async () => {
    await record('Fadma Ouazzine', { birthDate: '1971-06-05' });
    const [found] = await alike({ name: 'فاطمة وزين', birthDate: '1971-06-05' });
    expect(found?.reasons).toEqual(expect.arrayContaining(['same_birth_date']));
  });
  it('written on two devices are found once both have arrived, and wait for someone to decide', async () => {
    const [one, other] = [
      await record('Itto Amahrouch', { birthDate: '1980-01-20' }),
      await record('Itto Amahrouche', { birthDate: '1980-01-20' }, colleague),
    ];
    await lookForDuplicates(other, colleague);
    const pairs = () => withActor(db().app, agent, (tx) => listLikelyPairs(tx, agent.organizationId, 'fr'));
    expect((await pairs()).map((p) => [p.one.id, p.other.id].sort())).toContainEqual([one, other].sort());
    await mustRun(runner, agent, 'people.say_not_same', { personId: one, otherPersonId: other });
    expect((await pairs()).some((p) => p.one.id === one || p.other.id === one)).toBe(false);
    // Looked for again, they stay apart …
    await lookForDuplicates(one);
    expect((await alike({ name: 'Itto Amahrouch', birthDate: '1980-01-20', personId: one })).map((l) => l.person.id)).not.toContain(other);
    expect((await pairs()).some((p) => p.one.id === one || p.other.id === one)).toBe(false);
    // … until one of them says something else.
    await mustRun(runner, agent, 'people.change', { personId: other, set: { name: 'Itto Amahrouch' }, was: { name: 'Itto Amahrouche' } });
    await lookForDuplicates(other);
    expect((await pairs()).some((p) => p.one.id === one || p.other.id === one)).toBe(true);
  });
});

describe('a merge', () => {
  it('keeps every history and can be undone', async () => {
    const [kept, merged] = [await record('Tamo Izem', { phone: '0600000001' }), await record('Tamou Izem', { birthDate: '1962' })];
    const caseId = randomUUID();
    await mustRun(runner, agent, 'cases.open', { caseId, needs: ['health'], personId: merged });
    const mergeId = randomUUID();
    await mustRun(runner, agent, 'people.merge', { mergeId, keptId: kept, mergedId: merged });
    expect(await view(merged)).toMatchObject({ person: { id: kept, name: 'Tamo Izem' }, merged: [{ id: merged, birthDate: '1962' }] });
    expect((await search('Tamou Izem')).map((p) => p.id)).toEqual([kept]);
    expect((await search('Tamo Izem'))[0]).toMatchObject({ cases: 1 });
    expect(await run('people.change', { personId: merged, set: { name: 'X' }, was: {} })).toMatchObject({ code: 'person_merged' });
    await mustRun(runner, colleague, 'people.undo_merge', { mergeId });
    expect(await view(merged)).toMatchObject({ person: { id: merged, name: 'Tamou Izem' }, merged: [] });
    expect((await search('Tamo Izem')).find((p) => p.id === kept)).toMatchObject({ cases: 0 });
    expect(await run('people.undo_merge', { mergeId })).toMatchObject({ code: 'merge_already_undone' });
  });
  it('of three records stays one person whichever is merged first, and each is undone by itself', async () => {
    const [a, b, c] = [await record('Rkia Aza'), await record('Rkiya Aza'), await record('Rqia Aza')];
    const [first, second] = [randomUUID(), randomUUID()];
    await mustRun(runner, agent, 'people.merge', { mergeId: first, keptId: b, mergedId: c });
    await mustRun(runner, agent, 'people.merge', { mergeId: second, keptId: a, mergedId: b });
    expect((await view(c))?.person.id).toBe(a);
    expect([...((await view(a))?.all ?? [])].sort()).toEqual([a, b, c].sort());
    expect(await run('people.merge', { mergeId: randomUUID(), keptId: c, mergedId: a })).toMatchObject({ code: 'person_merged' });
    await mustRun(runner, agent, 'people.undo_merge', { mergeId: first });
    expect((await view(c))?.person.id).toBe(c);
    expect((await view(b))?.person.id).toBe(a);
  });
});

describe('what is typed about a person', () => {
  it('a telephone of any country is kept in one form, and one that cannot be says so', async () => {
    const id = await record('Testa Une', { phone: '0033 6 12 34 56 78' });
    expect((await view(id))?.person.phone).toBe('+33612345678');
    expect(await run('people.record', { personId: randomUUID(), name: 'Testa Deux', phone: '+999 12345' })).toMatchObject({
      code: 'phone_not_possible',
    });
  });
  it.each([
    ['a birth date that lies ahead', { birthDate: '2199-01-01' }, 'birth_date_ahead'],
    ['one before 1900', { birthDate: '1899' }, 'invalid_fields'],
    ['a day no month has', { birthDate: '1980-02-30' }, 'invalid_fields'],
    ['no name at all', { name: '  ' }, 'invalid_fields'],
  ])('%s is refused', async (_what, over, code) => {
    expect(await run('people.record', { personId: randomUUID(), name: 'Testa', ...over })).toMatchObject({ status: 'refused', code });
  });
  it('names of any script are kept as typed', async () => {
    const otherNames = [
      { name: 'ⵟⴰⵎⵓ ⵉⵣⵎ', use: 'other_script' },
      { name: '👩🏽‍🦱 İzem ẞ', use: 'nickname' },
    ];
    const id = await record('طامو إزم', { otherNames });
    expect((await view(id))?.person.otherNames).toEqual(expect.arrayContaining(otherNames));
  });
});

it('people of one household and their links are shown from both sides', async () => {
  const [mother, child] = [await record('Testa Mère'), await record('Testa Enfant')];
  await mustRun(runner, agent, 'people.join_household', { personId: child, withPersonId: mother, householdId: randomUUID() });
  await mustRun(runner, agent, 'people.relate', { relationshipId: randomUUID(), personId: child, otherPersonId: mother, kind: 'parent' });
  expect(await view(child)).toMatchObject({
    household: [{ id: mother }],
    relationships: [{ kind: 'parent', isOf: true, personId: mother }],
  });
  expect(await view(mother)).toMatchObject({
    household: [{ id: child }],
    relationships: [{ kind: 'parent', isOf: false, personId: child }],
  });
  await mustRun(runner, agent, 'people.join_household', { personId: child });
  expect(await view(mother)).toMatchObject({ household: [] });
});

it('people who share two words of three and nothing else are never said to be one', async () => {
  await record('Testa Invention Mère');
  const found = await alike({ name: 'Testa Invention Fille' });
  expect(found.filter((l) => l.sure)).toEqual([]);
});
