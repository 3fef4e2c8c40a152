-- How tables of another shape become HSDS: kept with the source whose tables they read.
create table directory.import_mapping (
  source_key text primary key,
  name text not null,
  mapping jsonb not null,
  -- null: on the command line
  set_by uuid,
  set_at timestamptz not null default now()
);
-- Files that are looked at before they come in, for the organisation that sent them, for a day.
create table directory.import_file (
  id uuid primary key,
  organization_id uuid not null references directory.organization on delete cascade,
  user_id uuid not null,
  sha256 text not null,
  size integer not null,
  format text not null check (format in ('zip', 'xlsx', 'json', 'csv')),
  state text not null default 'kept' check (state in ('kept', 'looking', 'looked_at', 'refused', 'applying', 'applied')),
  name text,
  source_key text,
  source_name text,
  -- how it is read, as it was when it was looked at
  mapping jsonb,
  skip_bad_rows boolean not null default false,
  -- which look the report is of: only what was seen may be applied
  look_id uuid,
  asked_at timestamptz,
  running_since timestamptz,
  -- a row of import_report: what would happen, or why it cannot
  report jsonb,
  -- what happened
  report_id uuid references directory.import_report on delete set null,
  kept_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '1 day'
);
create index on directory.import_file (organization_id, kept_at);
create index on directory.import_file (report_id);
create table directory.import_file_part (
  file_id uuid not null references directory.import_file on delete cascade,
  n integer not null,
  bytes bytea not null,
  primary key (file_id, n)
);
-- Archives shrink no further.
alter table directory.import_file_part alter column bytes set storage external;
-- What people should know though nothing is wrong: an encoding that was recognised, columns that were left out.
alter table directory.import_report add column notes jsonb not null default '[]';

create function directory.importing_organization() returns uuid language sql stable
  return access.acting_organization_as('programme', 'coordinator', 'administrator');
do $$
declare t text;
begin
  foreach t in array array['import_mapping', 'import_file', 'import_file_part'] loop
    execute format('alter table directory.%I enable row level security', t);
    execute format('alter table directory.%I force row level security', t);
    execute format('create policy owner on directory.%I to istiqbal_owner using (true) with check (true)', t);
  end loop;
end $$;
create policy importers on directory.import_mapping to istiqbal_app
  using ((select directory.acting_importer())) with check ((select directory.acting_importer()));
grant select, insert, delete, update (name, mapping, set_by, set_at) on directory.import_mapping to istiqbal_app;
create policy importers on directory.import_file to istiqbal_app
  using (organization_id = (select directory.importing_organization()) and expires_at > now())
  with check (organization_id = (select directory.importing_organization()));
grant select, insert, delete,
  update (state, name, source_key, source_name, mapping, skip_bad_rows, look_id, asked_at, report, expires_at)
  on directory.import_file to istiqbal_app;
-- The platform alone reads what a file holds.
create policy importers_insert on directory.import_file_part for insert to istiqbal_app
  with check (exists (select from directory.import_file f where f.id = file_id and f.state = 'kept'));
grant insert on directory.import_file_part to istiqbal_app;
