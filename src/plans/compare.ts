import { assemble } from './assemble.ts';
import type { PlanChange } from './contract.ts';
import { cellKeys, fieldsOf, type Thing } from './lists.ts';
import type { Rows } from './rows.ts';

type Row = Record<string, unknown>;
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const rowsOf = (rows: Rows, thing: Thing): Row[] => (thing === 'plan' ? [rows.plan as unknown as Row] : (rows[thing] as unknown as Row[]));

/** What a thing is called, in the words of the side where it is: a cell of a table by what it belongs to. */
function namerOf(rows: Rows): (thing: Thing, row: Row) => PlanChange['of'] {
  const project = new Map(rows.project.map((p) => [p.id, p.title]));
  const indicator = new Map(rows.indicator.map((i) => [i.id, i.name]));
  const year = new Map(rows.evaluation.map((e) => [e.id, e.year]));
  return (thing, row) => {
    const of = (key: string) => String(row[key]);
    if (thing === 'cost') return { title: project.get(of('project_id')) ?? {}, year: Number(row['year']), cell: of('source') };
    if (thing === 'indicator_value') return { title: indicator.get(of('indicator_id')) ?? {}, year: Number(row['year']), cell: of('part') };
    if (thing === 'judged') return { title: project.get(of('project_id')) ?? {}, year: year.get(of('evaluation_id')) ?? null, cell: null };
    if (thing === 'session') return { title: row['place'] ? { fr: of('place') } : {}, year: null, cell: of('kind') };
    if (thing === 'evaluation') return { title: {}, year: Number(row['year']), cell: null };
    return { title: (row['title'] ?? row['name'] ?? row['words'] ?? {}) as PlanChange['of']['title'], year: null, cell: null };
  };
}
/** Rows by what they stay the same thing by: their id, or of a cell its place in its table. */
const keyed = (thing: Thing, rows: Row[]): Map<string, Row> => {
  const keys = thing in cellKeys ? cellKeys[thing as keyof typeof cellKeys] : (['id'] as const);
  return new Map(rows.map((row) => [keys.map((key) => String(row[key])).join(' '), row]));
};

/** What became another between two states of one plan, by thing and field; empty where they are the same. Pure. */
export function comparePlans(before: Rows, after: Rows): PlanChange[] {
  const [nameBefore, nameAfter] = [namerOf(before), namerOf(after)];
  const changes: PlanChange[] = [];
  for (const thing of Object.keys(fieldsOf) as Thing[]) {
    const fields = Object.keys(fieldsOf[thing]).filter((field) => field !== 'position');
    const [old, now] = [keyed(thing, rowsOf(before, thing)), keyed(thing, rowsOf(after, thing))];
    for (const [key, row] of now) {
      const was = old.get(key);
      const changed = was ? fields.filter((field) => !isSame(was[field], row[field])) : [];
      if (!was) changes.push({ thing, id: key, kind: 'added', of: nameAfter(thing, row), fields: [] });
      else if (changed.length > 0) {
        const each = changed.map((field) => ({ field, before: was[field] ?? null, after: row[field] ?? null }));
        changes.push({ thing, id: key, kind: 'changed', of: nameAfter(thing, row), fields: each });
      }
    }
    for (const [key, row] of old) {
      if (!now.has(key)) changes.push({ thing, id: key, kind: 'removed', of: nameBefore(thing, row), fields: [] });
    }
  }
  return [...changes, ...ranksChanged(before, after)];
}

/** A need whose place in the ranking became another. */
function ranksChanged(before: Rows, after: Rows): PlanChange[] {
  const was = new Map(assemble(before).needs.map((n) => [n.id, n.rank]));
  return assemble(after)
    .needs.filter((n) => was.has(n.id) && was.get(n.id) !== n.rank)
    .map((n) => ({
      thing: 'need',
      id: `${n.id} rank`,
      kind: 'changed',
      of: { title: n.title, year: null, cell: null },
      fields: [{ field: 'rank', before: was.get(n.id) ?? null, after: n.rank }],
    }));
}
