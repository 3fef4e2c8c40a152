-- Whether an organisation has someone on the platform who can answer, without showing who.
create function access.organization_answers(organization uuid) returns setof boolean
  language sql stable security definer set search_path = '' as $$
    select true from access.membership m
    where m.organization_id = organization and m.ended_at is null and m.role in ('agent', 'cell_manager', 'partner') limit 1 $$;
-- The organisations a referral can be sent to.
create function access.answering_organizations() returns setof uuid
  language sql stable security definer set search_path = '' as $$
    select distinct m.organization_id from access.membership m
    where m.ended_at is null and m.role in ('agent', 'cell_manager', 'partner') $$;
