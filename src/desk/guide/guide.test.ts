import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegion, regionFolder } from '../../region.ts';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { buildActor, buildOrganization } from '../../testing/builders.ts';
import { command, mustRun, testRunner } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { type GuideProcedure, guideLanguages } from './contract.ts';
import { loadProcedures } from './load.ts';
import { listProcedures } from './store.ts';

const db = useDatabase();
const now = new Date('2026-11-27T10:00:00Z');
const seenBy = (actor: Actor): Promise<GuideProcedure[]> => withActor(db().app, actor, (tx) => listProcedures(tx, now));
const find = async (actor: Actor, key: string): Promise<GuideProcedure> => {
  const found = (await seenBy(actor)).find((p) => p.key === key);
  if (!found) throw new Error(`${key} is not seen`);
  return found;
};
const words = (fr: string) => ({ fr, ar: `${fr} (ar)` });
const own = (over: object = {}) => ({
  procedureId: randomUUID(),
  needs: ['civil_status'],
  audiences: ['mre'],
  title: words('Démarche inventée'),
  about: words('Inventée pour un test'),
  papers: [{ name: words('Papier inventé') }],
  office: { words: words('Bureau inventé') },
  checkedYear: null,
  sourceUrl: null,
  toBeConfirmed: true,
  ...over,
});

let head: Actor;
let agent: Actor;
let neighbour: Actor;
let programme: Actor;
beforeAll(async () => {
  await db().asOwner((owner) => loadRegion(owner));
  const cell = await buildOrganization(db());
  head = await buildActor(db(), 'cell_manager', cell);
  agent = await buildActor(db(), 'agent', cell);
  neighbour = await buildActor(db(), 'cell_manager');
  programme = await buildActor(db(), 'programme');
}, 120_000);

/** Every text in them, however deep it stands. */
function listTexts(value: unknown): Partial<Record<string, string>>[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'fr' in value ? [value] : Object.values(value).flatMap(listTexts);
}

describe('the procedures of the Oriental', () => {
  it('are at least fourteen, each with papers, an office and a source', async () => {
    const procedures = await seenBy(agent);
    expect(procedures.length).toBeGreaterThanOrEqual(14);
    for (const p of procedures) {
      expect(p.papers.length, p.key).toBeGreaterThan(0);
      expect(p.sourceUrl, p.key).toMatch(/^https?:/);
      expect(p.office.name ?? p.office.words, p.key).not.toBeNull();
    }
  });
  it('say every text in French, Arabic, English and Spanish, with the same numbers', () => {
    const texts = listTexts(JSON.parse(readFileSync(join(regionFolder, 'procedures.json'), 'utf8')));
    expect(texts.length).toBeGreaterThan(200);
    const numbersIn = (text = ''): string[] => (text.match(/\d+/g) ?? []).sort();
    for (const text of texts) {
      for (const language of guideLanguages) {
        expect(text[language], `${text.fr} in ${language}`).toMatch(/\S/);
        expect(numbersIn(text[language]), `${text.fr} in ${language}`).toEqual(numbersIn(text.fr));
      }
    }
  });
  it('name only services that the directory has', async () => {
    const { rows } = await db().asOwner((owner) =>
      owner.query(`select p.key from desk.procedure p left join directory.service s on s.id = (p.content #>> '{office,serviceId}')::uuid
        where p.content #> '{office,serviceId}' is not null and s.id is null`),
    );
    expect(rows).toEqual([]);
  });
  it('tell the office as the directory knows it, in both languages', async () => {
    expect((await find(agent, 'complaint-chikaya')).office).toMatchObject({
      serviceId: '0d9a0d4a-6ead-5b91-99d1-0a3ea4a5e5f3',
      name: { fr: 'Déposer et suivre une réclamation – Chikaya', ar: expect.stringMatching(/شكاية/) },
      opening: { kind: 'unknown', spans: [] },
    });
  });
  it('load once only, and what cells set stays', async () => {
    const { id } = await find(agent, 'building-permit');
    await mustRun(testRunner(db()), head, 'desk.adjust_procedure', { procedureId: id, note: words('Guichet 4') });
    const again = await db().asOwner((owner) => loadProcedures(owner, join(regionFolder, 'procedures.json')));
    expect(again).toEqual({ total: 17, changed: 0 });
    expect((await find(agent, 'building-permit')).notes.cell).toEqual(words('Guichet 4'));
  });
});

describe('the head of a cell', () => {
  it('sets a limit with its source and a note, which the cell alone reads', async () => {
    const { id } = await find(agent, 'complaint-chikaya');
    const limit = { days: 45, source: words('Note inventée') };
    await mustRun(testRunner(db()), head, 'desk.adjust_procedure', { procedureId: id, limit, note: words('Appeler avant') });
    expect(await find(agent, 'complaint-chikaya')).toMatchObject({
      limit: { ...limit, setBy: 'cell' },
      notes: { cell: words('Appeler avant') },
    });
    expect(await find(neighbour, 'complaint-chikaya')).toMatchObject({ limit: { days: 60, setBy: 'law' }, notes: { cell: null } });
  });
  it('goes back to the limit of the law by leaving it out', async () => {
    const { id } = await find(agent, 'investment-cri');
    const runner = testRunner(db());
    await mustRun(runner, head, 'desk.adjust_procedure', { procedureId: id, limit: { days: 20, source: words('Note') } });
    await mustRun(runner, head, 'desk.adjust_procedure', { procedureId: id });
    expect((await find(agent, 'investment-cri')).limit).toMatchObject({ days: 30, setBy: 'law' });
  });
  it('is refused a limit where the procedure has none', async () => {
    const { id } = await find(agent, 'asylum-unhcr');
    const answer = await testRunner(db()).run(
      head,
      command('desk.adjust_procedure', { procedureId: id, limit: { days: 9, source: words('Note') } }),
    );
    expect(answer).toMatchObject({ status: 'refused', code: 'procedure_has_no_limit' });
  });
  it('adds a procedure of the cell’s own, rewords it and withdraws it; no other cell sees it', async () => {
    const runner = testRunner(db());
    const written = own();
    await mustRun(runner, head, 'desk.write_procedure', written);
    expect(await find(agent, written.procedureId)).toMatchObject({ isOwn: true, title: written.title, office: { name: null } });
    expect((await seenBy(neighbour)).some((p) => p.isOwn)).toBe(false);
    await mustRun(runner, head, 'desk.write_procedure', { ...written, title: words('Autrement dit') });
    expect((await find(agent, written.procedureId)).title.fr).toBe('Autrement dit');
    await mustRun(runner, head, 'desk.withdraw_procedure', { procedureId: written.procedureId });
    expect((await seenBy(agent)).some((p) => p.isOwn)).toBe(false);
  });
  it('rewords neither the region’s nor another cell’s', async () => {
    const runner = testRunner(db());
    const { id } = await find(agent, 'local-taxes');
    const theirs = own();
    await mustRun(runner, neighbour, 'desk.write_procedure', theirs);
    expect(await runner.run(head, command('desk.write_procedure', own({ procedureId: id })))).toMatchObject({ code: 'procedure_not_own' });
    // Another cell's is not even seen, so its id is simply taken.
    expect(await runner.run(head, command('desk.write_procedure', theirs))).toMatchObject({ status: 'refused', code: 'already_exists' });
    expect((await find(neighbour, theirs.procedureId)).title).toEqual(theirs.title);
  });
  it.each([
    ['no Arabic', { title: { fr: 'Seul' } }],
    ['no need', { needs: [] }],
    ['a link that is no web address', { link: { url: 'javascript:alert(1)', name: words('x') } }],
    ['an office without a word', { office: {} }],
  ])('is told what does not fit: %s', async (_, over) => {
    expect(await testRunner(db()).run(head, command('desk.write_procedure', own(over)))).toMatchObject({ code: 'invalid_fields' });
  });
});

it('the programme sets the limit of the region for every cell, and a cell’s own goes before it', async () => {
  const { id } = await find(agent, 'local-taxes');
  const runner = testRunner(db());
  await mustRun(runner, programme, 'desk.adjust_procedure', { procedureId: id, limit: { days: 40, source: words('Région') } });
  expect((await find(neighbour, 'local-taxes')).limit).toMatchObject({ days: 40, setBy: 'region' });
  await mustRun(runner, head, 'desk.adjust_procedure', { procedureId: id, limit: { days: 15, source: words('Cellule') } });
  expect((await find(agent, 'local-taxes')).limit).toMatchObject({ days: 15, setBy: 'cell' });
});

it.each(['desk.adjust_procedure', 'desk.write_procedure', 'desk.withdraw_procedure'])('an agent may not send %s', async (kind) => {
  expect(await testRunner(db()).run(agent, command(kind, own()))).toMatchObject({ code: 'not_allowed' });
});

it('a service that left the directory leaves the procedure its words', async () => {
  await db().asOwner((owner) =>
    owner.query(`update directory.service set vanished_at = now() where id = '561082bc-bbab-5cc4-aaa3-62d36d7aa8f6'`),
  );
  const { office } = await find(agent, 'survivor-pension-abroad');
  expect(office).toMatchObject({ serviceId: null, name: null, phone: null, words: { fr: expect.stringMatching(/consulat/) } });
});
