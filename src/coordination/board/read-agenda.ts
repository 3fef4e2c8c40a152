import type { PoolClient } from 'pg';
import { type Language, nameOf } from '../store.ts';
import type { Agenda, AgendaItem, Narrowed } from './contract.ts';
import { regionToday } from './count-sql.ts';

const mostLate = 100;
const mostComing = 300;

/** What falls due of everything that runs; each with the day, and whom it belongs to. */
const falls = `
  select 'step' as kind, s.id::text as key, a.id, s.title, a.title as of, s.due_on as on, coalesce(s.organization_id, a.organization_id) as owner_id, a.themes
    from coordination.step s join coordination.action a on a.id = s.action_id
    where s.ending is null and s.due_on is not null and a.status in ('proposed', 'under_way')
  union all
  select 'action', 'end ' || a.id, a.id, a.title, null, a.ends_on, a.organization_id, a.themes
    from coordination.action a where a.ends_on is not null and a.status = 'under_way'
  union all
  select 'recommendation', r.id::text, r.id, r.title, null, r.due_on, r.owner_id, r.themes
    from coordination.recommendation r where r.status = 'adopted' and r.due_on is not null`;

/** What is past its day, and what comes within so many days; of a theme or an organisation where those are chosen. */
export async function readAgenda(
  tx: PoolClient,
  { theme, owner }: Pick<Narrowed, 'theme' | 'owner'>,
  days: number,
  language: Language,
): Promise<Agenda> {
  const read = async (when: string, most: number) => {
    const { rows } = await tx.query<AgendaItem & { of_all: number; today: string }>(
      `select f.kind, f.key, f.id, f.title, f.of, f.on::text, ${nameOf('f.owner_id', language)} as owner, f.of_all
       from (select *, count(*) over ()::int as of_all from (${falls}) d
         where ($1::text is null or $1 = any (d.themes)) and ($2::text is null or coalesce(d.owner_id::text, 'none') = $2) and ${when}
         order by d.on, d.id limit ${most}) f order by f.on, f.kind, f.id`,
      [theme ?? null, owner ?? null, ...(when.includes('$3') ? [days] : [])],
    );
    return rows;
  };
  const late = await read(`d.on < ${regionToday}`, mostLate);
  const coming = await read(`d.on between ${regionToday} and ${regionToday} + $3::int`, mostComing);
  const { rows: meetings } = await tx.query<AgendaItem>(
    `select 'meeting' as kind, m.id::text as key, m.id, m.title, null as of, m.held_on::text as on, ${nameOf('m.organization_id', language)} as owner
     from coordination.meeting m
     where $1::text is null and $2::text is null and m.status in ('draft', 'called') and m.held_on between ${regionToday} and ${regionToday} + $3::int`,
    [theme ?? null, owner ?? null, days],
  );
  const {
    rows: [now],
  } = await tx.query<{ today: string }>(`select ${regionToday}::text as today`);
  const item = ({ kind, key, id, title, of, on, owner: of_whom }: AgendaItem): AgendaItem => ({
    kind,
    key,
    id,
    title,
    of,
    on,
    owner: of_whom,
  });
  return {
    today: now?.today ?? '',
    late: late.map(item),
    lateCount: late[0]?.of_all ?? 0,
    coming: [...coming.map(item), ...meetings.map(item)].sort((a, b) => a.on.localeCompare(b.on)),
  };
}
