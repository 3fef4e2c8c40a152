-- What the desks of a commune counted in a year, for its diagnosis: totals by need, of which the server shows what enough people stand behind.
-- Only whoever keeps that commune's plan asks, and of whole years (plans/desk.ts).
grant select (id, commune_code) on directory.organization to istiqbal_counter;
grant usage on schema directory, plans to istiqbal_counter;
grant select (organization_id, commune_code) on plans.plan to istiqbal_counter;
create policy counted on plans.plan for select to istiqbal_counter using (true);
grant create on schema observatory to istiqbal_counter;
set local role istiqbal_counter;
create function observatory.commune_needs(commune text, since timestamptz, until timestamptz)
  returns table (need text, people bigint, women bigint, men bigint)
  language sql stable security definer set search_path = '' as $$
    with counted as materialized (
      select v.id, v.needs, v.people, v.sex from desk.visit v join directory.organization o on o.id = v.organization_id
      where o.commune_code = commune and v.at >= since and v.at < until
        and exists (select from plans.plan p where p.commune_code = commune and p.organization_id = access.acting_organization_as('plan_officer'))),
    profiled as (
      select v.id, p.sex, p.people from counted v join desk.visit_profile p on p.visit_id = v.id
      union all
      -- One who came alone, or whoever of a group its profile leaves out.
      select v.id, v.sex, v.people - coalesce((select sum(p.people) from desk.visit_profile p where p.visit_id = v.id), 0) from counted v),
    by_visit as (
      select id, sum(people) filter (where sex = 'woman') as women, sum(people) filter (where sex = 'man') as men from profiled group by id)
    select n, sum(v.people), coalesce(sum(b.women), 0), coalesce(sum(b.men), 0)
    from counted v join by_visit b on b.id = v.id cross join lateral unnest(v.needs) n group by n $$;
revoke execute on function observatory.commune_needs(text, timestamptz, timestamptz) from public;
grant execute on function observatory.commune_needs(text, timestamptz, timestamptz) to istiqbal_app;
set local role istiqbal_owner;
revoke create on schema observatory from istiqbal_counter;
