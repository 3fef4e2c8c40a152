-- Checklists of procedures: what to bring, what it costs, how long it takes, where to go.
create table desk.procedure (
  id uuid primary key,
  -- null: the region's, loaded with it; else a cell's own
  organization_id uuid references directory.organization,
  key text not null,
  needs text[] not null check (cardinality(needs) > 0),
  audiences text[] not null check (cardinality(audiences) > 0),
  -- One document: it is always read, printed and replaced whole. Its shape is in src/desk/guide/contract.ts.
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  withdrawn_at timestamptz,
  written_by uuid,
  written_at timestamptz not null default now()
);
create index on desk.procedure (organization_id);

-- What a cell, or the region for all its cells, sets about a procedure. Kept apart, so that loading the region again changes none of it.
create table desk.procedure_adjustment (
  procedure_id uuid not null references desk.procedure,
  -- null: for every cell of the region
  organization_id uuid references directory.organization,
  limit_days smallint check (limit_days > 0),
  limit_source jsonb,
  note jsonb,
  adjusted_by uuid not null,
  adjusted_at timestamptz not null default now(),
  unique nulls not distinct (procedure_id, organization_id),
  check ((limit_days is null) = (limit_source is null))
);

alter table desk.procedure enable row level security;
alter table desk.procedure force row level security;
alter table desk.procedure_adjustment enable row level security;
alter table desk.procedure_adjustment force row level security;
create policy owner on desk.procedure to istiqbal_owner using (true) with check (true);
create policy owner on desk.procedure_adjustment to istiqbal_owner using (true) with check (true);

create policy everyone_reads on desk.procedure for select to istiqbal_app using (
  (select access.acting_organization()) is not null
  and (organization_id is null or organization_id = (select access.acting_organization())));
create policy head_of_cell_adds on desk.procedure for insert to istiqbal_app with check (
  organization_id = (select access.acting_organization()) and (select access.acting_as('cell_manager')));
create policy head_of_cell_rewords on desk.procedure for update to istiqbal_app using (
  organization_id = (select access.acting_organization()) and (select access.acting_as('cell_manager')));
grant select, insert on desk.procedure to istiqbal_app;
grant update (needs, audiences, content, withdrawn_at, written_by, written_at) on desk.procedure to istiqbal_app;

create policy everyone_reads on desk.procedure_adjustment for select to istiqbal_app using (
  (select access.acting_organization()) is not null
  and (organization_id is null or organization_id = (select access.acting_organization())));
create policy cell_or_programme_adds on desk.procedure_adjustment for insert to istiqbal_app with check (
  (organization_id = (select access.acting_organization()) and (select access.acting_as('cell_manager')))
  or (organization_id is null and (select access.acting_as('programme'))));
create policy cell_or_programme_changes on desk.procedure_adjustment for update to istiqbal_app using (
  (organization_id = (select access.acting_organization()) and (select access.acting_as('cell_manager')))
  or (organization_id is null and (select access.acting_as('programme'))));
grant select, insert on desk.procedure_adjustment to istiqbal_app;
grant update (limit_days, limit_source, note, adjusted_by, adjusted_at) on desk.procedure_adjustment to istiqbal_app;
