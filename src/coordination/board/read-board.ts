import type { PoolClient } from 'pg';
import type { Language } from '../store.ts';
import type { Asked, Board, BoardHeading, BoardLine, Counts, Narrowed } from './contract.ts';
import { plainCounts, talliedCounts } from './count-sql.ts';

/** So many lines are told at once: nobody reads more, and a choice makes them fewer. */
const mostLines = 100;

interface CountRow {
  key: string;
  proposed: number;
  under_way: number;
  done: number;
  abandoned: number;
  weight: number;
  came: number;
  known: number;
  blocked: number;
  late: number;
  stalled: number;
}

const counted = (row: Omit<CountRow, 'key'>): Counts => ({
  proposed: row.proposed,
  underWay: row.under_way,
  done: row.done,
  abandoned: row.abandoned,
  progress: row.known === 0 ? null : row.came / row.weight,
  blocked: row.blocked,
  late: row.late,
  stalled: row.stalled,
});
const figures = ['proposed', 'under_way', 'done', 'abandoned', 'weight', 'came', 'known', 'blocked', 'late', 'stalled'] as const;
/** Of lines that each tell other actions. */
function sumOf(rows: readonly CountRow[]): Counts {
  const sum = Object.fromEntries(figures.map((figure) => [figure, rows.reduce((all, row) => all + row[figure], 0)]));
  return counted(sum as unknown as CountRow);
}

/** What asks for a hand before the rest, then where most is done. */
const pressing = (row: CountRow): number => row.blocked + row.late;
const byNeed = (a: CountRow, b: CountRow): number =>
  pressing(b) - pressing(a) || b.under_way - a.under_way || b.proposed - a.proposed || a.key.localeCompare(b.key);

const isTallied = ({ theme: _, audience: __, ...rest }: Narrowed): boolean => Object.values(rest).every((value) => value === undefined);
async function count(tx: PoolClient, by: BoardHeading, narrowed: Narrowed): Promise<CountRow[]> {
  const { text, values } = isTallied(narrowed) ? talliedCounts(by, narrowed) : plainCounts(by, narrowed);
  return (await tx.query<CountRow>(text, values)).rows;
}

/** How actions stand in each commune that has some, by its code; '' is the whole region. */
export async function readCommunes(tx: PoolClient, narrowed: Narrowed): Promise<Map<string, Counts>> {
  return new Map((await count(tx, 'commune', narrowed)).map((row) => [row.key, counted(row)]));
}

/** How the region's actions stand, by theme, by who carries them or by commune, as narrowed by whoever asks. */
export async function readBoard(tx: PoolClient, by: BoardHeading, narrowed: Narrowed, language: Language): Promise<Board> {
  // One of several themes or communes has a line under each: only by whom they are carried do lines add up.
  const owners = await count(tx, 'owner', narrowed);
  const rows = (by === 'owner' ? owners : await count(tx, by, narrowed)).filter((row) => by !== 'theme' || row.key !== '');
  const told = rows.sort(byNeed).slice(0, mostLines);
  const names =
    by === 'theme'
      ? new Map<string, string>()
      : await namesOf(
          tx,
          by,
          told.map(({ key }) => key),
          language,
        );
  const asked = by === 'theme' && isTallied(narrowed) && !narrowed.audience ? await askedByTheme(tx) : new Map<string, Asked>();
  const lines = told.map((row): BoardLine => {
    return { ...counted(row), key: row.key, name: names.get(row.key) ?? null, asked: asked.get(row.key) ?? null };
  });
  // A theme of which nothing is done yet is what a board is for.
  const silent = [...asked.keys()].filter((key) => !rows.some((row) => row.key === key) && (narrowed.theme ?? key) === key);
  for (const key of silent) lines.push({ ...sumOf([]), key, name: null, asked: asked.get(key) ?? null });
  return { by, total: sumOf(owners), lines, lineCount: rows.length + silent.length };
}

async function namesOf(tx: PoolClient, by: 'owner' | 'commune', keys: string[], language: Language): Promise<Map<string, string>> {
  const some = keys.filter((key) => key !== '');
  const { rows } = await tx.query<{ key: string; name: string }>(
    by === 'owner'
      ? `select o.id::text as key, coalesce(t.name, o.name) as name from directory.organization o
           left join directory.translation t on t.entity = 'organization' and t.entity_id = o.id and t.language = $2
         where o.id = any ($1::uuid[])`
      : `select code as key, case when $2 = 'ar' then name_ar else name_fr end as name from territory.territory where code = any ($1::text[])`,
    [some, language],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/**
 * What was adopted under each theme, and how far it came: the mean of its recommendations, each by the weights of the actions that answer to it.
 * One that is said to be done came all the way.
 */
async function askedByTheme(tx: PoolClient): Promise<Map<string, Asked>> {
  const { rows } = await tx.query<Asked & { theme: string }>(
    `select m.theme, count(*) filter (where r.status = 'adopted')::int as adopted, count(*) filter (where r.status = 'done')::int as done,
       count(*) filter (where r.status = 'adopted' and t.weight > 0)::int as "takenUp",
       case when count(*) filter (where t.known > 0 or r.status = 'done') > 0
         then avg(case when r.status = 'done' then 1 when t.known > 0 then t.came / t.weight else 0 end)::float8 end as progress
     from coordination.recommendation r cross join unnest(r.themes) as m(theme)
       left join coordination.tally t on t.of = 'recommendation' and t.key = r.id::text and t.theme = '' and t.audience = ''
     where r.status in ('adopted', 'done') group by m.theme`,
  );
  return new Map(rows.map(({ theme, ...asked }) => [theme, asked]));
}
