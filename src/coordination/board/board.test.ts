import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../../platform/database/actor.ts';
import { buildActor, buildOrganization } from '../../testing/builders.ts';
import { useDatabase } from '../../testing/database.ts';
import { listActions } from '../store.ts';
import { readActions } from './read-actions.ts';
import { readAgenda } from './read-agenda.ts';
import { readBoard } from './read-board.ts';
import { readCalendar } from './read-calendar.ts';
import { readMap } from './read-map.ts';
import { readMatrix } from './read-matrix.ts';

const db = useDatabase();
let reader: Actor;
let cell: string;
let association: string;
const [adopted, untouched] = [randomUUID(), randomUUID()];
const ids = { opened: randomUUID(), trained: randomUUID(), regional: randomUUID(), draft: randomUUID() };
const read = <T>(work: Parameters<typeof withActor<T>>[2]) => withActor(db().app, reader, work);
const communes = ['021130101', '021130103'];

beforeAll(async () => {
  cell = await buildOrganization(db(), 'Cellule A');
  association = await buildOrganization(db(), 'Association B');
  reader = await buildActor(db(), 'coordinator', await buildOrganization(db(), 'Coordination'));
  await db().asOwner(async (owner) => {
    await owner.query(`
      insert into territory.territory (code, hcp_code, level, parent_code, province_code, name_fr, name_ar, seat_longitude, seat_latitude) values
        ('02', '02', 'region', null, null, 'Région inventée', 'جهة مخترعة', null, null),
        ('02113', '113', 'province', '02', null, 'Province inventée', 'إقليم مخترع', null, null),
        ('02167', '167', 'province', '02', null, 'Province sans rien', 'إقليم فارغ', null, null),
        ('${communes[0]}', '1', 'commune', '02113', '02113', 'Commune A', 'جماعة أ', -1.9, 34.68),
        ('${communes[1]}', '3', 'commune', '02113', '02113', 'Commune B', 'جماعة ب', -2.9, 34.9)`);
    await owner.query(
      `insert into coordination.recommendation (id, organization_id, title, text, themes, status, due_on) values
         ($1, $3, '{"fr": "Ouvrir"}', '{"fr": "T"}', '{cells}', 'adopted', directory.today() + 20),
         ($2, $3, '{"fr": "Former"}', '{"fr": "T"}', '{cells,training}', 'adopted', null)`,
      [adopted, untouched, cell],
    );
    const action = (
      id: string,
      owner_id: string | null,
      status: string,
      themes: string,
      codes: string[],
      progress: number | null,
      ends: number,
    ) =>
      owner.query(
        `insert into coordination.action (id, organization_id, title, themes, status, commune_codes, progress, starts_on, ends_on)
         values ($1, $2, $3, $4, $5, $6, $7, directory.today() - 30, directory.today() + $8::int)`,
        [id, owner_id, { fr: `Action ${status}` }, themes, status, codes, progress, ends],
      );
    await action(ids.opened, cell, 'under_way', '{cells}', communes, 0.5, -1);
    await action(ids.trained, cell, 'done', '{training,cells}', [communes[0] ?? ''], 1, 10);
    await action(ids.regional, null, 'under_way', '{communication}', [], null, 40);
    await action(ids.draft, cell, 'draft', '{cells}', communes, null, 5);
    await owner.query(`insert into coordination.action_recommendation values ($1, $2, 1)`, [ids.opened, adopted]);
    await owner.query(
      `insert into coordination.commitment (id, action_id, organization_id, does, status) values (gen_random_uuid(), $1, $2, '{"fr": "F"}', 'committed')`,
      [ids.opened, association],
    );
    await owner.query(
      `insert into coordination.step (id, action_id, position, title, due_on) values (gen_random_uuid(), $1, 1, '{"fr": "Louer un local"}', directory.today() + 5)`,
      [ids.regional],
    );
  });
}, 60_000);

describe('the board of the region', () => {
  it('tells of each theme what runs, what is late and how much of what was adopted nobody took up', async () => {
    const board = await read((tx) => readBoard(tx, 'theme', {}, 'fr'));
    const of = (key: string) => board.lines.find((line) => line.key === key);
    expect(of('cells')).toMatchObject({ underWay: 1, done: 1, late: 1, progress: 0.75, asked: { adopted: 2, takenUp: 1, progress: 0.25 } });
    expect(of('communication')).toMatchObject({ underWay: 1, progress: null, asked: null });
    expect(of('training')).toMatchObject({ done: 1, asked: { adopted: 1, takenUp: 0, progress: null } });
  });
  it('counts an action of two themes once in the whole', async () => {
    const { total } = await read((tx) => readBoard(tx, 'theme', {}, 'fr'));
    expect(total).toMatchObject({ underWay: 2, done: 1, late: 1, proposed: 0 });
  });
  it('puts first who needs a hand, and names nobody where nobody carries it', async () => {
    const { lines } = await read((tx) => readBoard(tx, 'owner', {}, 'fr'));
    expect(lines.map(({ key, name, underWay }) => [key, name, underWay])).toEqual([
      [cell, 'Cellule A', 1],
      ['', null, 1],
    ]);
  });
  it('is narrowed by commune, by organisation and by words', async () => {
    const underWay = async (narrowed: Parameters<typeof readBoard>[2]) =>
      (await read((tx) => readBoard(tx, 'theme', narrowed, 'fr'))).total.underWay;
    expect(await underWay({ commune: communes[1] })).toBe(1);
    expect(await underWay({ commune: 'region' })).toBe(1);
    expect(await underWay({ partner: association })).toBe(1);
    expect(await underWay({ owner: 'none' })).toBe(1);
    expect(await underWay({ q: 'under_way' })).toBe(2);
    expect(await underWay({ q: 'nulle part' })).toBe(0);
  });
  it('is closed to whoever is not signed in', async () => {
    expect((await db().app.query('select from coordination.standing')).rowCount).toBe(0);
    expect((await db().app.query('select from coordination.tally')).rowCount).toBe(0);
    expect((await db().app.query(`select coordination.in_commune('${communes[0]}')`)).rowCount).toBe(0);
    expect((await db().app.query(`select coordination.named('under')`)).rowCount).toBe(0);
  });
});

describe('the list behind a figure', () => {
  it('shows those the figure counted, and no draft of another organisation', async () => {
    const late = await read((tx) => readActions(tx, { signal: 'late' }, undefined, 'fr'));
    expect(late.actions.map(({ id }) => id)).toEqual([ids.opened]);
    const all = await read((tx) => readActions(tx, {}, undefined, 'fr'));
    expect(all.actions.map(({ id }) => id).sort()).toEqual([ids.opened, ids.trained, ids.regional].sort());
  });
  it('says of an action what its page says', async () => {
    const { actions } = await read((tx) => readActions(tx, {}, undefined, 'fr'));
    for (const row of actions) expect([row]).toEqual(await read((tx) => listActions(tx, 'fr', [row.id])));
  });
  it('goes on where a page ended, with each once', async () => {
    const many = Array.from({ length: 105 }, () => randomUUID());
    await db().asOwner((owner) =>
      owner.query(
        `insert into coordination.action (id, title, themes, status, moved_at)
         select id, '{"fr": "Beaucoup"}', '{support}', 'proposed', now() - interval '1 day' from unnest($1::uuid[]) id`,
        [many],
      ),
    );
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const page = await read((tx) => readActions(tx, { theme: 'support' }, next ?? undefined, 'fr'));
      seen.push(...page.actions.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(seen.sort()).toEqual(many.sort());
    await db().asOwner((owner) => owner.query('delete from coordination.action where id = any ($1)', [many]));
  });
});

describe('the calendar', () => {
  it('draws what runs within twelve months, with what is due in them', async () => {
    const { actions, from, today, to } = await read((tx) => readCalendar(tx, {}, undefined, undefined, 'fr'));
    expect(from <= today && today <= to).toBe(true);
    expect(actions.map(({ id, due }) => [id, due.map(({ title }) => title.fr)])).toEqual([
      [ids.opened, []],
      [ids.trained, []],
      [ids.regional, ['Louer un local']],
    ]);
  });
  it('is empty in a year in which nothing runs', async () => {
    expect((await read((tx) => readCalendar(tx, {}, '2019-01', undefined, 'fr'))).actions).toEqual([]);
  });
});

describe('who works on what', () => {
  it('tells of each organisation what it carries and takes part in, and of each theme what nobody took up', async () => {
    const { rows, gaps } = await read((tx) => readMatrix(tx, 'organization', 'fr'));
    expect(Object.fromEntries(rows.map(({ name, cells }) => [name, cells]))).toEqual({
      'Cellule A': { cells: { carries: 2, takesPart: 0 }, training: { carries: 1, takesPart: 0 } },
      'Association B': { cells: { carries: 0, takesPart: 1 } },
    });
    expect(gaps).toEqual([
      { theme: 'cells', adopted: 2, untouched: 1 },
      { theme: 'training', adopted: 1, untouched: 1 },
    ]);
  });
  it('shows a province in which nothing runs', async () => {
    const { rows } = await read((tx) => readMatrix(tx, 'province', 'ar'));
    expect(rows.map(({ name, cells }) => [name, cells.cells?.carries ?? 0])).toEqual([
      ['إقليم مخترع', 3],
      ['إقليم فارغ', 0],
    ]);
  });
});

describe('what falls due', () => {
  it('tells first what is late, then what comes', async () => {
    const agenda = await read((tx) => readAgenda(tx, {}, 90, 'fr'));
    expect(agenda.late.map(({ kind, id }) => [kind, id])).toEqual([['action', ids.opened]]);
    expect(agenda.coming.map(({ kind, id }) => [kind, id])).toEqual([
      ['step', ids.regional],
      ['recommendation', adopted],
      ['action', ids.regional],
    ]);
  });
  it('tells what a committee decided in validated minutes until it is done', async () => {
    const [meeting, open, done] = [randomUUID(), randomUUID(), randomUUID()];
    await db().asOwner((owner) =>
      owner.query(
        `with m as (insert into coordination.meeting (id, organization_id, held_on, place, title, status) values
             ('${meeting}', '${cell}', directory.today() - 3, 'Oujda', '{"fr": "Comité"}', 'validated') returning id)
         insert into coordination.decision (id, meeting_id, number, words, owner_id, due_on, status, ended_on, proof, ended_by, created_by)
         select d.id, m.id, d.number, '{"fr": "Décidé"}', '${association}', directory.today() + 3, d.status, d.on, d.proof, d.by, '${reader.userId}'
         from m, (values ('${open}'::uuid, 1, 'open', null::date, null, null::uuid),
           ('${done}'::uuid, 2, 'done', current_date, 'Fait', '${association}'::uuid)) as d(id, number, status, "on", proof, by)`,
      ),
    );
    const agenda = await read((tx) => readAgenda(tx, { owner: association }, 90, 'fr'));
    expect(agenda.coming.map(({ kind, key, id, of }) => [kind, key, id, of?.fr])).toEqual([['decision', open, meeting, 'Comité']]);
  });
  it('is narrowed to an organisation', async () => {
    const agenda = await read((tx) => readAgenda(tx, { owner: cell }, 90, 'fr'));
    expect([agenda.late.length, agenda.coming.length]).toEqual([1, 0]);
  });
});

describe('where things are done', () => {
  it('puts each commune with something at its seat, and tells what is for the whole region', async () => {
    const { outlines, communes: told, everywhere } = await read((tx) => readMap(tx, {}, 'fr'));
    expect(told.map(({ name, underWay, done }) => [name, underWay, done]).sort()).toEqual([
      ['Commune A', 1, 1],
      ['Commune B', 1, 0],
    ]);
    const [west, east] = [told.find(({ name }) => name === 'Commune B'), told.find(({ name }) => name === 'Commune A')];
    expect((west?.x ?? 0) < (east?.x ?? 0) && (east?.x ?? 0) < (outlines?.width ?? 0)).toBe(true);
    expect(everywhere?.underWay).toBe(1);
  });
});
