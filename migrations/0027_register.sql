-- What a cell kept before it had this platform comes in, and can be taken back; what goes out in files is known, and goes again after a week.

------------------------------------------------------------------------------------------ files
alter table files.file
  drop constraint file_media_type_check,
  add constraint file_media_type_check check (media_type in ('image/jpeg', 'application/pdf', 'audio/wav', 'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));

------------------------------------------------------------------------------------------ registers that come in
-- How a cell's tables are read: offered again for the next file with the same headers.
create table cases.register_mapping (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  name text not null,
  headers text[] not null,
  mapping jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  unique (organization_id, name)
);
create table cases.register_import (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  sent_by uuid not null,
  -- Null once its time is over: the report stays.
  file_id uuid unique references files.file on delete set null,
  sha256 text not null,
  size integer not null,
  format text not null check (format in ('csv', 'xlsx')),
  name text,
  state text not null default 'kept' check (state in ('kept', 'reading', 'to_map', 'checking', 'review', 'applying', 'applied', 'undoing', 'undone',
    'refused', 'failed')),
  -- Why it was refused, or what it was at when it failed.
  reason text,
  -- For each column its header, three values of it, and its words where they are few.
  columns jsonb not null default '[]',
  notes jsonb not null default '[]',
  mapping jsonb,
  -- Which reading the rows show: only what was reviewed is applied.
  check_id uuid,
  asked_by uuid,
  asked_at timestamptz,
  -- How far the work that is asked for has come.
  done integer not null default 0,
  total integer not null default 0,
  report jsonb,
  sent_at timestamptz not null default now(),
  applied_at timestamptz,
  undone_at timestamptz,
  -- Until when its rows are kept: to be reviewed, and from then on to be taken back.
  expires_at timestamptz not null default now() + interval '30 days'
);
create index on cases.register_import (organization_id, sent_at desc);
create table cases.register_row (
  import_id uuid not null references cases.register_import on delete cascade,
  n integer not null,
  organization_id uuid not null references directory.organization,
  cells text[] not null,
  -- What the mapping made of it; null: not yet read. `matched`: compared with the others and with the cell's people.
  read jsonb,
  problems jsonb not null default '[]',
  alike jsonb not null default '[]',
  matched boolean not null default false,
  state text check (state in ('ready', 'look', 'error')),
  decision text check (decision in ('new', 'known', 'row', 'leave')),
  known_person_id uuid,
  same_as_row integer,
  decided_by uuid,
  decided_at timestamptz,
  outcome text check (outcome in ('taken', 'left', 'refused')),
  refusal text,
  person_id uuid,
  made_person boolean not null default false,
  visit_id uuid,
  case_id uuid,
  -- How far it was taken back: 1 its case and visit, 2 its person. What stays, since something was added to it.
  undone smallint not null default 0,
  stayed text[] not null default '{}',
  primary key (import_id, n)
);
create index on cases.register_row (import_id, state, n);
create index on cases.register_row (person_id) where person_id is not null;
create index on cases.register_row (visit_id) where visit_id is not null;
create index on cases.register_row (case_id) where case_id is not null;

-- It was not written at the desk on its day, but brought in later.
alter table desk.visit add imported boolean not null default false;
grant update (imported) on desk.visit to istiqbal_app;

------------------------------------------------------------------------------------------ files that go out
create table cases.register_export (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  owner_id uuid not null,
  kind text not null check (kind in ('people', 'visits', 'cases')),
  -- The columns, the period, the needs, the language of its words.
  options jsonb not null,
  format text not null check (format in ('csv', 'xlsx')),
  named boolean not null,
  with_contacts boolean not null,
  contacts_reason text,
  purpose text not null check (purpose <> ''),
  state text not null default 'making' check (state in ('making', 'ready', 'failed', 'removed')),
  done integer not null default 0,
  total integer not null default 0,
  file_id uuid unique references files.file on delete set null,
  asked_at timestamptz not null default now(),
  ready_at timestamptz,
  expires_at timestamptz,
  check (named or not with_contacts),
  check (with_contacts = (contacts_reason is not null))
);
create index on cases.register_export (organization_id, asked_at desc);
create table cases.register_download (
  id bigint generated always as identity primary key,
  organization_id uuid not null references directory.organization,
  export_id uuid not null references cases.register_export,
  user_id uuid not null,
  at timestamptz not null default now()
);
create index on cases.register_download (export_id);

------------------------------------------------------------------------------------------ who sees what
do $$
declare t text;
begin
  foreach t in array array['register_mapping', 'register_import', 'register_row', 'register_export', 'register_download'] loop
    execute format('alter table cases.%I enable row level security', t);
    execute format('alter table cases.%I force row level security', t);
    execute format('create policy owner on cases.%I to istiqbal_owner using (true) with check (true)', t);
    execute format('create policy head_of_cell on cases.%I to istiqbal_app
      using (organization_id = (select access.acting_organization_as(''cell_manager'')))
      with check (organization_id = (select access.acting_organization_as(''cell_manager'')))', t);
    execute format('grant select, insert on cases.%I to istiqbal_app', t);
  end loop;
end $$;
grant delete, update (name, headers, mapping, saved_by, saved_at) on cases.register_mapping to istiqbal_app;
grant delete, update (name, state, reason, columns, notes, mapping, check_id, asked_by, asked_at, done, total, report, applied_at, undone_at, expires_at)
  on cases.register_import to istiqbal_app;
grant delete, update (read, problems, alike, matched, state, decision, known_person_id, same_as_row, decided_by, decided_at, outcome, refusal, person_id,
  made_person, visit_id, case_id, undone, stayed) on cases.register_row to istiqbal_app;
grant update (state, done, total, file_id, ready_at, expires_at) on cases.register_export to istiqbal_app;

create policy register_came_in on files.file for select to istiqbal_app
  using (exists (select from cases.register_import i where i.file_id = file.id) or exists (select from cases.register_export e where e.file_id = file.id));
create policy register_gone on files.file for delete to istiqbal_app
  using (exists (select from cases.register_import i where i.file_id = file.id) or exists (select from cases.register_export e where e.file_id = file.id));

-- What an import made goes only while that import is being taken back, by the head of the cell: nothing else is ever deleted.
create policy only_what_is_taken_back on people.person as restrictive for delete to istiqbal_app
  using (exists (select from cases.register_row r join cases.register_import i on i.id = r.import_id
                 where r.person_id = person.id and r.made_person and i.state = 'undoing'));
create policy only_what_is_taken_back on desk.visit as restrictive for delete to istiqbal_app
  using (exists (select from cases.register_row r join cases.register_import i on i.id = r.import_id
                 where r.visit_id = visit.id and i.state = 'undoing'));
create policy only_what_is_taken_back on cases."case" as restrictive for delete to istiqbal_app
  using (exists (select from cases.register_row r join cases.register_import i on i.id = r.import_id
                 where r.case_id = "case".id and i.state = 'undoing'));
create policy only_what_is_taken_back on cases.clock as restrictive for delete to istiqbal_app
  using (exists (select from cases.register_row r join cases.register_import i on i.id = r.import_id
                 where r.case_id = clock.case_id and i.state = 'undoing'));
grant delete on people.person, desk.visit, cases."case", cases.clock to istiqbal_app;

-- What is deleted is looked for wherever it might still be needed.
create index on desk.visit (previous_visit_id) where previous_visit_id is not null;
create index on cases.contact (person_id) where person_id is not null;
create index on people.not_same (b);
create index on people.likely_pair (b);
create index on people.merge (merged_id);

-- The clock acts for nobody: a file goes thirty days after it was sent, its rows once they are of no use, an export after a week.
-- What never came in goes altogether; of what did, the figures stay.
create function cases.forget_registers() returns setof uuid language sql security definer set search_path = ''
  begin atomic
    update cases.register_import i set columns = '[]', notes = '[]' where i.expires_at <= now() and i.state <> 'undoing';
    delete from cases.register_row r using cases.register_import i
      where i.id = r.import_id and i.expires_at <= now() and i.state not in ('applying', 'undoing');
    update cases.register_export e set state = 'removed' where e.expires_at <= now() and e.state = 'ready';
    with gone as (
      delete from files.file f
      where f.id in (select i.file_id from cases.register_import i where least(i.expires_at, i.sent_at + interval '30 days') <= now())
         or f.id in (select e.file_id from cases.register_export e where e.state = 'removed')
      returning f.blob),
    given_up as (
      delete from cases.register_import i where i.expires_at <= now() and i.state in ('kept', 'to_map', 'review', 'refused'))
    select g.blob from gone g;
  end;
revoke execute on function cases.forget_registers() from public;
grant execute on function cases.forget_registers() to istiqbal_app;
