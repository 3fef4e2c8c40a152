-- A cell and its head: what of a cell is not in the directory, how it judges itself, and how a new one is begun.

------------------------------------------------------------------------------------------ desk
create table desk.cell (
  organization_id uuid primary key references directory.organization,
  -- Where people find it in the directory.
  service_id uuid references directory.service,
  -- Who does what, by duty; whom to call outside hours.
  duties jsonb not null default '{}',
  on_call jsonb,
  -- What the sheet on the wall says of people's data (law 09-08).
  data_sheet jsonb,
  -- When each paper was last printed to be hung up: nobody sees the wall from here.
  printed jsonb not null default '{}',
  shares_scores boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz not null default now()
);
-- The reference framework as criteria: the region's data, every version that was ever answered.
create table desk.assessment_framework (
  version text primary key,
  content jsonb not null,
  loaded_at timestamptz not null default now()
);
create table desk.assessment (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  version text not null references desk.assessment_framework,
  made_on date not null,
  -- A level for each criterion, with a note that may name people: it stays in the cell.
  answers jsonb not null,
  -- Of a hundred, by domain: all that others may see, and only where the cell shares it.
  scores jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null
);
create index on desk.assessment (organization_id, made_on desc);

do $$
declare t text;
begin
  foreach t in array array['desk.cell', 'desk.assessment'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy own_organization on %s for select to istiqbal_app
      using (organization_id = (select access.acting_organization_as(''agent'', ''cell_manager'')))', t);
    execute format('create policy head_writes on %s for insert to istiqbal_app
      with check (organization_id = (select access.acting_organization_as(''cell_manager'')))', t);
    execute format('grant select, insert on %s to istiqbal_app', t);
  end loop;
end $$;
create policy head_changes on desk.cell for update to istiqbal_app
  using (organization_id = (select access.acting_organization_as('cell_manager')));
grant update (service_id, duties, on_call, data_sheet, printed, shares_scores, changed_by, changed_at) on desk.cell to istiqbal_app;
-- The programme begins a cell and sees how far it has come.
create policy programme_reads on desk.cell for select to istiqbal_app using ((select access.acting_as('programme')));
create policy programme_begins on desk.cell for insert to istiqbal_app
  with check ((select access.acting_as('programme')) and duties = '{}' and on_call is null and data_sheet is null and not shares_scores);
grant select on desk.assessment_framework to istiqbal_app;

-- Handovers are looked up by cell, among all that ever happened.
create index journal_handovers on platform.journal (organization_id, id) where kind = 'case_handed_over';

-- Coordinators see the scores of cells that share them: never an answer, never a note.
grant select on desk.cell, desk.assessment to istiqbal_counter;
create policy counted on desk.cell for select to istiqbal_counter using (true);
create policy counted on desk.assessment for select to istiqbal_counter using (true);
grant create on schema desk to istiqbal_counter;
set local role istiqbal_counter;
create function desk.shared_scores() returns table (organization_id uuid, version text, made_on date, scores jsonb)
  language sql stable security definer set search_path = '' as $$
    select distinct on (a.organization_id, a.made_on) a.organization_id, a.version, a.made_on, a.scores
    from desk.assessment a join desk.cell c on c.organization_id = a.organization_id and c.shares_scores
    where access.acting_as('coordinator', 'programme')
    order by a.organization_id, a.made_on desc, a.made_at desc $$;
revoke execute on function desk.shared_scores() from public;
grant execute on function desk.shared_scores() to istiqbal_app;
set local role istiqbal_owner;
revoke create on schema desk from istiqbal_counter;

------------------------------------------------------------------------------------------ access
-- The head of a cell invites the team, the programme invites the head; nobody else's invitations are seen by either.
create policy heads_see on access.invitation for select to istiqbal_app
  using (organization_id = (select access.acting_organization_as('cell_manager')));
create policy heads_invite on access.invitation for insert to istiqbal_app
  with check (organization_id = (select access.acting_organization_as('cell_manager')) and role in ('agent', 'cell_manager')
    and invited_by = (select access.acting_user()));
create policy heads_withdraw on access.invitation for update to istiqbal_app
  using (organization_id = (select access.acting_organization_as('cell_manager')));
create policy programme_sees on access.invitation for select to istiqbal_app
  using ((select access.acting_as('programme')) and role = 'cell_manager');
create policy programme_invites_heads on access.invitation for insert to istiqbal_app
  with check ((select access.acting_as('programme')) and role = 'cell_manager' and organization_id is not null
    and invited_by = (select access.acting_user()));

------------------------------------------------------------------------------------------ directory
-- Which organisations are reception cells is said by those who keep the directory, when a cell begins.
grant update (organization_type) on directory.organization to istiqbal_app;
create function directory.kind_by_editor() returns trigger language plpgsql set search_path = '' as $$
begin
  if access.acting_user() is not null and not directory.acting_editor() then
    raise exception 'an editor says what an organisation is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger kind_by_editor before update of organization_type on directory.organization for each row
  when (old.organization_type is distinct from new.organization_type) execute function directory.kind_by_editor();

-- A door of its own: places are the editors', but where a cell receives is known to its head.
create function directory.place_service(service uuid, place uuid, commune text, address text, postal_code text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  own constant uuid := access.acting_organization_as('cell_manager');
  chosen uuid := place;
begin
  if not exists (select from directory.service s where s.id = service and s.organization_id = own) then
    raise exception 'not a service of this cell' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from directory.location l where l.id = chosen and l.confidential) then
    raise exception 'a confidential place' using errcode = 'insufficient_privilege';
  end if;
  if chosen is null then
    chosen := gen_random_uuid();
    insert into directory.location (id, organization_id, location_type, commune_code) values (chosen, own, 'physical', commune);
    insert into directory.address (id, location_id, address_1, city, state_province, postal_code, country, address_type)
      select gen_random_uuid(), chosen, address, t.name_fr, coalesce(p.name_fr, ''), coalesce(postal_code, ''), 'MA', 'physical'
      from territory.territory t left join territory.territory p on p.code = t.province_code where t.code = commune;
  end if;
  update directory.service_at_location l set location_id = chosen
    where l.id = (select min(o.id::text)::uuid from directory.service_at_location o where o.service_id = service);
  if not found then
    insert into directory.service_at_location (id, service_id, location_id) values (gen_random_uuid(), service, chosen);
  end if;
end $$;
revoke execute on function directory.place_service(uuid, uuid, text, text, text) from public;
grant execute on function directory.place_service(uuid, uuid, text, text, text) to istiqbal_app;
