-- Directories that come in again by themselves, and what came of each import.
create table directory.import_source (
  id uuid primary key,
  name text not null,
  kind text not null default 'hsds_api' check (kind in ('hsds_api')),
  address text not null unique,
  -- whose records these are: it stays when the address changes
  source_key text not null unique,
  rhythm text not null check (rhythm in ('day', 'week')),
  -- in which the texts are asked for
  language text check (language in ('fr', 'ar', 'en', 'es')),
  active boolean not null default true,
  -- null: on the command line
  set_by uuid,
  set_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  running_since timestamptz,
  -- in a row
  failures smallint not null default 0
);
create table directory.import_report (
  id uuid primary key default gen_random_uuid(),
  import_source_id uuid references directory.import_source on delete set null,
  -- the source's name, or the file's
  name text not null,
  kind text not null check (kind in ('hsds_api', 'package', 'table')),
  source_key text,
  started_at timestamptz not null,
  finished_at timestamptz not null default now(),
  -- refused: what was given cannot be taken; failed: something came in between
  result text not null check (result in ('ok', 'refused', 'failed')),
  reason text check ((reason is null) = (result = 'ok')),
  new_rows integer not null default 0,
  changed_rows integer not null default 0,
  unchanged_rows integer not null default 0,
  vanished_rows integer not null default 0,
  skipped_rows integer not null default 0,
  -- edits of ours that the source contradicts
  kept_edits integer not null default 0,
  tables jsonb not null default '{}',
  error_count integer not null default 0,
  -- the first of them
  errors jsonb not null default '[]'
);
create index on directory.import_report (import_source_id, finished_at desc);
create index on directory.import_report (finished_at desc);

create function directory.acting_importer() returns boolean language sql stable
  return access.acting_organization_as('programme', 'coordinator', 'administrator') is not null;
do $$
declare t text;
begin
  foreach t in array array['import_source', 'import_report'] loop
    execute format('alter table directory.%I enable row level security', t);
    execute format('alter table directory.%I force row level security', t);
    execute format('create policy owner on directory.%I to istiqbal_owner using (true) with check (true)', t);
    execute format('create policy importers_read on directory.%I for select to istiqbal_app using ((select directory.acting_importer()))', t);
    execute format('grant select on directory.%I to istiqbal_app', t);
  end loop;
end $$;
create policy importers_insert on directory.import_source for insert to istiqbal_app with check ((select directory.acting_importer()));
create policy importers_update on directory.import_source for update to istiqbal_app using ((select directory.acting_importer()));
create policy importers_delete on directory.import_source for delete to istiqbal_app using ((select directory.acting_importer()));
grant insert, delete, update (name, address, rhythm, language, active, set_by, set_at, due_at, failures) on directory.import_source to istiqbal_app;

-- In the night of the region: an hour that loads neither their server nor ours.
create function directory.next_import(rhythm text) returns timestamptz language sql stable
  return (directory.today() + case rhythm when 'week' then 7 else 1 end + time '03:00')
    at time zone coalesce((select c.timezone from directory.calendar c), 'UTC');
