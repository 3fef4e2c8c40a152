-- Consent in full: what was read aloud and answered, also a no; what a withdrawal undoes. Letters that a cell writes under its own head.

------------------------------------------------------------------------------------------ files
-- A text read aloud by someone of the cell, for those who do not read.
alter table files.file
  drop constraint file_media_type_check,
  add constraint file_media_type_check check (media_type in ('image/jpeg', 'application/pdf', 'audio/wav'));

------------------------------------------------------------------------------------------ people
alter table people.consent
  -- A no is kept too: nobody asks again without knowing.
  add answer text not null default 'given' check (answer in ('given', 'refused')),
  -- Until the request ends, or for so long; `expires_at` is null for the first.
  add until text not null default 'year' check (until in ('request', 'six_months', 'year')),
  -- How the person may be called or written to.
  add ways text[] not null default '{}',
  -- Which words they heard: the version of the texts, and the language it was read in.
  add text_version text,
  add text_language text,
  add representative_name text,
  add representative_link text,
  -- What the child said of it, beside the adult who answers for them.
  add childs_wish text check (childs_wish in ('agrees', 'disagrees', 'cannot_say')),
  add withdrawn_by uuid;
grant update (withdrawn_by) on people.consent to istiqbal_app;

create table people.consent_audio (
  organization_id uuid not null references directory.organization,
  purpose text not null check (purpose in ('referral', 'file', 'contact', 'photo')),
  language text not null,
  -- Of the text that is read: a recording of other words is not played.
  text_version text not null,
  file_id uuid not null unique references files.file on delete cascade,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organization_id, purpose, language)
);
alter table people.consent_audio enable row level security;
alter table people.consent_audio force row level security;
create policy own_organization on people.consent_audio for select to istiqbal_app
  using (organization_id = (select access.acting_organization_as('agent', 'cell_manager')));
create policy head_of_cell_records on people.consent_audio for insert to istiqbal_app with check (
  organization_id = (select access.acting_organization_as('cell_manager'))
  and set_by = (select access.acting_user()) and files.waits_for_me(file_id));
grant select, insert on people.consent_audio to istiqbal_app;
create policy read_aloud on files.file for select to istiqbal_app
  using (exists (select from people.consent_audio a where a.file_id = file.id));
-- Its recording goes with its file.
create policy read_aloud_no_more on files.file for delete to istiqbal_app
  using (organization_id = (select access.acting_organization_as('cell_manager'))
         and exists (select from people.consent_audio a where a.file_id = file.id));

------------------------------------------------------------------------------------------ desk
-- The head of a cell's papers. What it was stays: a letter is printed again as it went out.
create table desk.letterhead (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  -- Each in the languages it is known in: {"fr": …, "ar": …}.
  name jsonb not null,
  address jsonb not null,
  phone text,
  email text,
  logo_file_id uuid references files.file,
  set_by uuid not null,
  set_at timestamptz not null
);
create index on desk.letterhead (organization_id, set_at desc);
alter table desk.letterhead enable row level security;
alter table desk.letterhead force row level security;
create policy own_organization on desk.letterhead for select to istiqbal_app
  using (organization_id = (select access.acting_organization_as('agent', 'cell_manager')));
create function desk.is_own_logo(file uuid) returns boolean language sql stable
  return exists (select from desk.letterhead l where l.logo_file_id = file);
create policy head_of_cell_sets on desk.letterhead for insert to istiqbal_app
  with check (
    organization_id = (select access.acting_organization_as('cell_manager')) and set_by = (select access.acting_user())
    -- Its own: sent for this, or the logo it had. Any other file would become readable through it.
    and (logo_file_id is null or files.waits_for_me(logo_file_id)
         or desk.is_own_logo(logo_file_id)));
grant select, insert on desk.letterhead to istiqbal_app;
create policy logo on files.file for select to istiqbal_app
  using (exists (select from desk.letterhead l where l.logo_file_id = file.id));

------------------------------------------------------------------------------------------ cases
-- A cell's own letters; each change is a version more, and none is altered.
create table cases.letter_template (
  id uuid not null,
  version smallint not null check (version > 0),
  organization_id uuid not null references directory.organization,
  kind text not null check (kind in ('administration', 'attestation', 'orientation', 'appointment', 'acknowledgement')),
  title text not null,
  -- In French, Arabic or both: {"fr": …, "ar": …}.
  texts jsonb not null,
  is_retired boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (id, version)
);
create table cases.letter (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  reference text not null unique,
  case_id uuid not null references cases."case",
  kind text not null,
  title text not null,
  -- As it was printed, every name filled in.
  texts jsonb not null,
  -- What it began from: one that comes with the product by its name, or a cell's own by its id.
  template text not null,
  template_version smallint not null,
  -- The head as it was that day, and its logo.
  head jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null
);
create index on cases.letter (case_id);
do $$
declare t text;
begin
  foreach t in array array['cases.letter_template', 'cases.letter'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy own_organization on %s for select to istiqbal_app
      using (organization_id = (select access.acting_organization_as(''agent'', ''cell_manager'')))', t);
    execute format('grant select, insert on %s to istiqbal_app', t);
  end loop;
end $$;
create policy head_of_cell_writes on cases.letter_template for insert to istiqbal_app
  with check (organization_id = (select access.acting_organization_as('cell_manager')) and made_by = (select access.acting_user()));
create policy desk_writes on cases.letter for insert to istiqbal_app
  with check (organization_id = (select access.acting_organization_as('agent', 'cell_manager')) and written_by = (select access.acting_user())
              and exists (select from cases."case" c where c.id = case_id));

-- Who takes back their agreement to be photographed takes back what only a few may see as well, whoever is at the desk:
-- this looks past the policies of what is attached, inside the acting cell.
create policy owner on cases.attachment to istiqbal_owner using (true) with check (true);
create function cases.wipe_attachments(of_case uuid, why text) returns void language sql security definer set search_path = ''
  begin atomic
    with gone as (
      update cases.attachment a set removed_by = access.acting_user(), removed_at = now(), removal_reason = why
      where a.case_id = of_case and a.removed_at is null and a.organization_id = access.acting_organization_as('agent', 'cell_manager')
      returning a.file_id)
    delete from files.file f where f.id in (select g.file_id from gone g);
  end;
create function cases.count_attachments(of_case uuid) returns bigint language sql stable security definer set search_path = ''
  begin atomic
    select count(*) from cases.attachment a
    where a.case_id = of_case and a.removed_at is null and a.organization_id = access.acting_organization_as('agent', 'cell_manager');
  end;
revoke execute on function cases.wipe_attachments(uuid, text), cases.count_attachments(uuid) from public;
grant execute on function cases.wipe_attachments(uuid, text), cases.count_attachments(uuid) to istiqbal_app;
