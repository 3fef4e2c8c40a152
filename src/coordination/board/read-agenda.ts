import type { PoolClient } from 'pg';
import { type Language, nameOf } from '../store.ts';
import type { Agenda, AgendaItem, Narrowed } from './contract.ts';

const mostLate = 100;
const mostComing = 300;

interface Falls {
  /** What it is, its day and whom it belongs to. */
  select: string;
  from: string;
  day: string;
  owner: string;
  themes: string;
}
/** What falls due of everything that runs. */
const falls: readonly Falls[] = [
  {
    select: `'step' as kind, s.id::text as key, a.id, s.title, a.title as of`,
    from: `coordination.step s join coordination.action a on a.id = s.action_id where s.ending is null and a.status in ('proposed', 'under_way')`,
    day: 's.due_on',
    owner: 'coalesce(s.organization_id, a.organization_id)',
    themes: 'a.themes',
  },
  {
    select: `'action', 'end ' || a.id, a.id, a.title, null`,
    from: `coordination.action a where a.status = 'under_way'`,
    day: 'a.ends_on',
    owner: 'a.organization_id',
    themes: 'a.themes',
  },
  {
    select: `'recommendation', r.id::text, r.id, r.title, null`,
    from: `coordination.recommendation r where r.status = 'adopted'`,
    day: 'r.due_on',
    owner: 'r.owner_id',
    themes: 'r.themes',
  },
  // Of its meeting, where it is followed; what a whole committee decided has no theme.
  {
    select: `'decision', d.id::text, m.id, d.words, m.title`,
    from: `coordination.decision d join coordination.meeting m on m.id = d.meeting_id where d.status = 'open'`,
    day: 'd.due_on',
    owner: 'd.owner_id',
    themes: `'{}'::text[]`,
  },
];

/** What is past its day, and what comes within so many days; of a theme or an organisation where those are chosen. */
export async function readAgenda(
  tx: PoolClient,
  { theme, owner }: Pick<Narrowed, 'theme' | 'owner'>,
  days: number,
  language: Language,
): Promise<Agenda> {
  const { rows: period } = await tx.query<{ today: string; until: string }>(
    'select d.today::text, (d.today + $1::int)::text as until from (select directory.today() as today) d',
    [days],
  );
  const { today, until } = period[0] ?? { today: '', until: '' };
  // Each kind by its own index, no further than could be told.
  const read = async (from: string, to: string, most: number): Promise<AgendaItem[]> => {
    const values: unknown[] = [from, to];
    const ofTheme = theme ? `$${values.push(theme)}` : undefined;
    const ofOwner = owner && owner !== 'none' ? `$${values.push(owner)}` : undefined;
    const parts = falls.map(
      (f) => `(select ${f.select}, ${f.day} as on, ${f.owner} as owner_id from ${f.from} and ${f.day} >= $1 and ${f.day} < $2
        ${ofTheme ? `and ${ofTheme} = any (${f.themes})` : ''} ${ofOwner ? `and ${f.owner} = ${ofOwner}` : ''} ${owner === 'none' ? `and ${f.owner} is null` : ''}
        order by ${f.day} limit ${most})`,
    );
    const { rows } = await tx.query<AgendaItem>(
      `select d.kind, d.key, d.id, d.title, d.of, d.on::text, ${nameOf('d.owner_id', language)} as owner
       from (select * from (${parts.join(' union all ')}) p order by p.on, p.key limit ${most}) d order by d.on, d.key`,
      values,
    );
    return rows;
  };
  const late = await read('-infinity', today, mostLate + 1);
  const coming = await read(today, until, mostComing);
  const { rows: meetings } = await tx.query<AgendaItem>(
    `select 'meeting' as kind, m.id::text as key, m.id, m.title, null as of, m.held_on::text as on, ${nameOf('m.organization_id', language)} as owner
     from coordination.meeting m where m.status in ('draft', 'called') and m.held_on >= $1 and m.held_on < $2`,
    [today, until],
  );
  return {
    today,
    late: late.slice(0, mostLate),
    isMoreLate: late.length > mostLate,
    // A meeting is everybody's: it has no theme and no one who carries it.
    coming: [...coming, ...(theme || owner ? [] : meetings)].sort((a, b) => a.on.localeCompare(b.on)),
  };
}
