import type { Narrowed } from './contract.ts';

/** What a board counts by. */
export type Heading = 'theme' | 'owner' | 'partner' | 'commune';
export interface Sql {
  text: string;
  values: unknown[];
}
/** The region's day, asked once for a query. */
export const regionToday = '(select directory.today())';

/** Under which headings an action is told; '' is all of them together (a theme), nobody (an owner), the whole region (a commune). */
const keysOf: Record<Heading, string> = {
  theme: `unnest(s.themes || array[''])`,
  owner: `coalesce(s.organization_id::text, '')`,
  partner: 'unnest(s.partners)::text',
  commune: `unnest(case when s.commune_codes = '{}' then array[''] else s.commune_codes end)`,
};
const counts = `
  count(*) filter (where status = 'proposed')::int as proposed, count(*) filter (where status = 'under_way')::int as under_way,
  count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'abandoned')::int as abandoned,
  count(*) filter (where status in ('under_way', 'done'))::int as weight,
  coalesce(sum(progress) filter (where status in ('under_way', 'done')), 0)::float8 as came,
  count(progress) filter (where status in ('under_way', 'done'))::int as known`;
const signalCounts = (today: string): string => `
  count(*) filter (where status = 'under_way' and is_blocked)::int as blocked,
  count(*) filter (where status = 'under_way' and first_due < ${today})::int as late,
  count(*) filter (where status = 'under_way' and silent_from <= ${today})::int as stalled`;

/** What a choice asks of the rows of `coordination.standing`, named s; its values are added to those given. */
export function conditions(narrowed: Narrowed, values: unknown[], today = regionToday): string[] {
  const { theme, owner, partner, commune, audience, status, signal, q } = narrowed;
  const value = (given: unknown): string => `$${values.push(given)}`;
  return [
    ...(theme ? [`${value(theme)} = any (s.themes)`] : []),
    ...(owner === 'none' ? ['s.organization_id is null'] : owner ? [`s.organization_id = ${value(owner)}`] : []),
    ...(partner
      ? [
          `s.action_id in (select c.action_id from coordination.commitment c where c.organization_id = ${value(partner)} and c.status = 'committed')`,
        ]
      : []),
    ...(commune === 'region'
      ? [`s.commune_codes = '{}'`]
      : commune
        ? [`s.action_id in (select coordination.in_commune(${value(commune)}))`]
        : []),
    ...(audience ? [`${value(audience)} = any (s.audiences)`] : []),
    ...(status ? [`s.status = ${value(status)}`] : []),
    ...(signal ? [`s.status = 'under_way'`] : []),
    ...(signal === 'blocked' ? ['s.is_blocked'] : []),
    ...(signal === 'late' ? [`s.first_due < ${today}`] : []),
    ...(signal === 'stalled' ? [`s.silent_from <= ${today}`] : []),
    ...(q ? [`s.action_id in (select coordination.named(${value(q)}))`] : []),
  ];
}
/** Of one theme, the others that its actions have too are not counted. */
const ofTheme = (by: Heading, theme: string | undefined, values: unknown[]): string =>
  by === 'theme' && theme ? `where key = $${values.push(theme)}` : '';

/** Counted action by action, over a table or a function that gives rows like those of `coordination.standing`. */
export function plainCounts(by: Heading, narrowed: Narrowed, source = 'coordination.standing', today = regionToday): Sql {
  const values: unknown[] = [];
  const kept = [`s.status <> 'draft'`, ...conditions(narrowed, values, today)].join(' and ');
  const text = `select key, ${counts}, ${signalCounts(today)} from (select ${keysOf[by]} as key, s.* from ${source} s where ${kept}) k
    ${ofTheme(by, narrowed.theme, values)} group by key`;
  return { text, values };
}

/** The same for any theme and audience from what is kept beside the actions: the tallies, and what stands out, found by its days. */
export function talliedCounts(by: Heading, { theme, audience }: Pick<Narrowed, 'theme' | 'audience'>): Sql {
  const values: unknown[] = [audience ?? ''];
  const column = by === 'theme' ? 't.theme' : 't.key';
  const isOfTheme = by !== 'theme' || theme ? `and t.theme = $${values.push(theme ?? '')}` : '';
  const outstanding = [
    `s.status = 'under_way'`,
    `(s.is_blocked or s.first_due < ${regionToday} or s.silent_from <= ${regionToday})`,
    ...conditions({ theme, audience }, values),
  ].join(' and ');
  const text = `with counted as (
      select ${column} as key, sum(proposed)::int as proposed, sum(under_way)::int as under_way, sum(done)::int as done,
        sum(abandoned)::int as abandoned, sum(weight)::int as weight, sum(came)::float8 as came, sum(known)::int as known
      from coordination.tally t where t.of = '${by === 'theme' ? 'owner' : by}' and t.audience = $1 ${isOfTheme}
      group by 1 having sum(proposed + under_way + done + abandoned) > 0),
    outstanding as (
      select key, ${signalCounts(regionToday)} from (select ${keysOf[by]} as key, s.status, s.is_blocked, s.first_due, s.silent_from
        from coordination.standing s where ${outstanding}) k group by key)
    select counted.*, coalesce(blocked, 0) as blocked, coalesce(late, 0) as late, coalesce(stalled, 0) as stalled
    from counted left join outstanding using (key)`;
  return { text, values };
}
