-- People are counted beside visits: thirty who came together are one visit and thirty people, women and children by their profile.
-- Those of a group whose sex or age nobody wrote down count as not said.
grant select on desk.visit_profile to istiqbal_counter;
create policy counted on desk.visit_profile for select to istiqbal_counter using (true);
grant create on schema observatory to istiqbal_counter;
set local role istiqbal_counter;
drop function observatory.visit_counts(timestamptz, timestamptz);
create function observatory.visit_counts(since timestamptz, until timestamptz)
  returns table (dimension text, value text, count bigint, people bigint)
  language sql stable security definer set search_path = '' as $$
    with counted as materialized (
      select * from desk.visit v where v.at >= since and v.at < until and access.acting_as('coordinator')),
    profiled as (
      select v.id, p.sex, p.age_band, p.people from counted v join desk.visit_profile p on p.visit_id = v.id
      union all
      -- One who came alone, or whoever of a group its profile leaves out.
      select v.id, v.sex, v.age_band, v.people - coalesce((select sum(p.people) from desk.visit_profile p where p.visit_id = v.id), 0)
      from counted v)
    select d.dimension, d.value, count(*), sum(v.people)
    from counted v cross join lateral (
      select 'organization', v.organization_id::text union all
      select 'audience', v.audience union all
      select 'channel', v.channel union all
      select 'outcome', v.outcome union all
      select 'emergency', 'emergency' where v.emergency union all
      select 'group', 'group' where v.people > 1 union all
      select 'need', n from unnest(v.needs) n union all
      select 'total', 'total') d(dimension, value)
    group by 1, 2
    union all
    select 'sex', sex, count(distinct id), sum(people) from profiled where people > 0 group by sex
    union all
    select 'age_band', age_band, count(distinct id), sum(people) from profiled where people > 0 group by age_band $$;
revoke execute on function observatory.visit_counts(timestamptz, timestamptz) from public;
grant execute on function observatory.visit_counts(timestamptz, timestamptz) to istiqbal_app;
set local role istiqbal_owner;
revoke create on schema observatory from istiqbal_counter;

-- Whom to call when life is in danger: the region's data, read by everyone.
create table territory.emergency_number (
  number text primary key check (number ~ '^[0-9]{2,10}$'),
  position smallint not null,
  names jsonb not null,
  -- For which dangers it comes first.
  kinds text[] not null,
  source text not null,
  confirmed boolean not null
);
grant select on territory.emergency_number to istiqbal_app;
