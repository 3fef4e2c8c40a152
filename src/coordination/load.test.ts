import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { useDatabase } from '../testing/database.ts';
import { loadThread } from './load-thread.ts';
import { loadWorkshops } from './load.ts';

const db = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'istiqbal-workshops-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('the workshops load in both languages with what was asked there, and once only', async () => {
  const file = join(import.meta.dirname, '../../data/oriental/workshop.json');
  const load = () => db().asOwner((owner) => loadWorkshops(owner, file));
  expect((await load()).total).toBe(2);
  expect(await load()).toEqual({ total: 2, changed: 0 });
  const { rows } =
    await db().app.query(`select w.held_on, w.participants, count(r.*) as asked, bool_and(r.text ? 'ar' and r.text ? 'fr') as both
    from coordination.meeting w join coordination.recommendation r on r.meeting_id = w.id group by 1, 2 order by 1`);
  expect(rows).toMatchObject([
    { held_on: '2021-12-09', participants: null, both: true },
    { held_on: '2023-02-21', participants: { total: 52 }, both: true },
  ]);
});

it('what was said there loads with every meeting at which it came back, and leads to what was asked', async () => {
  const load = () => db().asOwner((owner) => loadThread(owner, join(import.meta.dirname, '../../data/oriental/thread.json')));
  expect((await load()).changed).toBeGreaterThan(0);
  expect((await load()).changed).toBe(0);
  const { rows } = await db().app.query(
    `select count(*)::int as findings, bool_and(f.title ? 'fr' and f.title ? 'ar') as both, max(s.meetings)::int as most,
       count(*) filter (where kind <> 'inventory' and asked = 0)::int as unasked
     from coordination.finding f
       cross join lateral (select count(distinct meeting_id) as meetings from coordination.finding_source where finding_id = f.id) s
       cross join lateral (select count(*) as asked from coordination.recommendation_finding where finding_id = f.id) r`,
  );
  expect(rows).toEqual([{ findings: 11, both: true, most: 2, unasked: 0 }]);
});

it('a date that does not exist is refused with its place in the file', async () => {
  const file = join(folder, 'workshop.json');
  writeFileSync(
    file,
    JSON.stringify([
      {
        id: 'cfa826c5-9c63-5882-973b-74b373a8fdec',
        date: '2021-02-30',
        place: 'Oujda',
        title: {},
        summary: {},
        source_url: 'https://example.org',
        recommendations: [],
      },
    ]),
  );
  await expect(db().asOwner((owner) => loadWorkshops(owner, file))).rejects.toThrow('workshop.json: 0.date');
});
