------------------------------------------------------------------------------------------ two that do the same
-- Offered: an organisation whose own action has the same theme, place and period proposes to join; whoever owns the other one accepts or declines.
alter table coordination.commitment drop constraint commitment_status_check,
  add constraint commitment_status_check check (status in ('asked', 'offered', 'committed', 'declined', 'withdrawn'));
alter policy asked_new on coordination.commitment with check (
  (status in ('committed', 'offered') and organization_id = (select coordination.speaker()))
  or (status = 'asked' and exists (select from coordination.action a where a.id = action_id and coordination.writes(a.organization_id))));
-- The answer to an offer is the owner's, of whom the row is not; its words stay those of who offered.
create function coordination.answer_offer(commitment uuid, answer text, why text, at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  update coordination.commitment c set status = answer, reason = why, answered_at = at
  where c.id = commitment and c.status = 'offered' and answer in ('committed', 'declined')
    and exists (select from coordination.action a where a.id = c.action_id and coordination.writes(a.organization_id)) $$;
-- Actions proposed or under way that share a theme, a place and a time with what is meant. No place is the whole region, no day is open.
create function coordination.overlapping(in_themes text[], in_places text[], since date, until date, but uuid) returns setof uuid language sql stable as $$
  select a.id from coordination.action a
  where a.status in ('proposed', 'under_way') and a.id is distinct from but and a.themes && in_themes
    and (a.commune_codes && in_places or (a.commune_codes = '{}' and in_places = '{}'))
    and daterange(a.starts_on, a.ends_on, '[]') && daterange(since, until, '[]')
  order by a.starts_on nulls last, a.id
$$;

------------------------------------------------------------------------------------------ refusing a change
-- What is only ever added to. The one change is the erasing of what a file's journal says; tables that say nothing of a person have none.
create or replace function platform.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_user = 'istiqbal_eraser' and to_jsonb(new) ? 'payload' then
    if to_jsonb(new) -> 'payload' = '{"erased": true}' and to_jsonb(new) - 'payload' = to_jsonb(old) - 'payload' then
      return new;
    end if;
  end if;
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;

------------------------------------------------------------------------------------------ what the desks meet
-- How many people asked under each need in a time, for all who work on the platform; whole years alone are asked for, and which of it is shown is
-- decided outside, as for every figure (observatory/years.ts).
grant create on schema observatory to istiqbal_counter;
set local role istiqbal_counter;
create function observatory.region_needs(since timestamptz, until timestamptz) returns table (need text, people bigint)
  language sql stable security definer set search_path = '' as $$
    select n, sum(v.people) from desk.visit v cross join lateral unnest(v.needs) n
    where v.at >= since and v.at < until and access.acting_organization_as(
      'agent', 'cell_manager', 'partner', 'plan_officer', 'project_holder', 'programme', 'coordinator') is not null
    group by n $$;
revoke execute on function observatory.region_needs(timestamptz, timestamptz) from public;
grant execute on function observatory.region_needs(timestamptz, timestamptz) to istiqbal_app;
set local role istiqbal_owner;
revoke create on schema observatory from istiqbal_counter;
