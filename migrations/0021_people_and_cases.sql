-- The desk's whole day: people with names in several scripts, cases with their states, notes, plan and clocks, groups that arrive together.

------------------------------------------------------------------------------------------ access
-- Health and protection are read by those entrusted with them, not by a whole cell.
alter table access.membership add reads_restricted boolean not null default false;
create function access.may_read_restricted() returns boolean language sql stable security definer
  return exists (select from access.membership m
          where m.user_id = nullif(current_setting('istiqbal.user_id', true), '')::uuid and m.ended_at is null
            and m.organization_id = nullif(current_setting('istiqbal.organization_id', true), '')::uuid
            and m.role in ('agent', 'cell_manager') and m.reads_restricted);
-- A door of its own: a right to update memberships would also let a head of cell end them.
create policy owner_entrusts on access.membership for update to istiqbal_owner using (true);
create function access.entrust_restricted(member uuid, entrusted boolean) returns void language sql security definer set search_path = ''
  begin atomic
    update access.membership m set reads_restricted = entrusted
    where m.user_id = member and m.ended_at is null and m.role in ('agent', 'cell_manager')
      and m.organization_id = access.acting_organization_as('cell_manager');
  end;
revoke execute on function access.entrust_restricted(uuid, boolean) from public;
grant execute on function access.entrust_restricted(uuid, boolean) to istiqbal_app;

------------------------------------------------------------------------------------------ people
create table people.household (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  made_by uuid not null,
  made_at timestamptz not null default now()
);
alter table people.person
  add birth_date text check (birth_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  -- As people say it: "about 1950".
  add birth_date_about boolean not null default false,
  add sex text check (sex in ('woman', 'man', 'other', 'not_said')),
  add languages text[] not null default '{}',
  add residence_country text check (residence_country ~ '^[A-Z]{2}$'),
  add audience text,
  add commune_code text references territory.territory,
  add email text,
  -- When a call is safe, in the person's words; and whose telephone it is when it is not their own.
  add safe_hours text,
  add phone_belongs_to text,
  add household_id uuid references people.household,
  -- The same person under another record. Nothing moves at a merge, so undoing one is forgetting this.
  add merged_into uuid references people.person,
  -- The words of all names as written, and with ~ before it how each sounds whatever the script: what a search asks.
  add searched tsvector not null default '',
  add updated_at timestamptz not null default now();
create index on people.person using gin (searched);
create index on people.person (organization_id, phone) where phone is not null;
create index on people.person (household_id) where household_id is not null;
create index on people.person (merged_into) where merged_into is not null;

create table people.person_name (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  person_id uuid not null references people.person,
  name text not null,
  use text not null check (use in ('other_script', 'other_spelling', 'at_birth', 'nickname'))
);
create index on people.person_name (person_id);
-- Blocking keys: only people who share one are ever compared.
create table people.matching_key (
  organization_id uuid not null references directory.organization,
  key text collate "C" not null,
  person_id uuid not null references people.person,
  primary key (organization_id, key, person_id)
);
create index on people.matching_key (person_id);
create table people.relationship (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  person_id uuid not null references people.person,
  -- Read as: the other person is this person's …
  other_person_id uuid not null references people.person check (other_person_id <> person_id),
  kind text not null check (kind in ('spouse', 'parent', 'child', 'sibling', 'relative', 'guardian', 'representative')),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  unique (person_id, other_person_id, kind)
);
create index on people.relationship (other_person_id);
create table people.not_same (
  organization_id uuid not null references directory.organization,
  a uuid not null references people.person,
  b uuid not null references people.person check (a < b),
  -- What both said when it was decided: once either says something else, the question is asked again.
  said text not null,
  said_by uuid not null,
  said_at timestamptz not null default now(),
  primary key (a, b)
);
-- What was found after the fact, from two devices or a file: shown until someone decides.
create table people.likely_pair (
  organization_id uuid not null references directory.organization,
  a uuid not null references people.person,
  b uuid not null references people.person check (a < b),
  score real not null,
  reasons text[] not null,
  found_at timestamptz not null default now(),
  primary key (a, b)
);
create index on people.likely_pair (organization_id, score desc);
create table people.merge (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  kept_id uuid not null references people.person,
  merged_id uuid not null references people.person check (merged_id <> kept_id),
  merged_by uuid not null,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz
);
create index on people.merge (kept_id);
create unique index merged_once on people.merge (merged_id) where undone_at is null;
-- The record that stands for a person after merges, and all records that are that person.
create function people.standing_for(person uuid) returns uuid language sql stable
  return (with recursive up as (
            select p.id, p.merged_into from people.person p where p.id = person
            union select p.id, p.merged_into from up join people.person p on p.id = up.merged_into)
          select id from up where merged_into is null);
create function people.records_of(person uuid) returns setof uuid language sql stable
  begin atomic
    with recursive down as (
      select people.standing_for(person) as id
      union select p.id from down join people.person p on p.merged_into = down.id)
    select id from down;
  end;

alter table people.consent
  add interpreter text,
  alter recipient_organization_id drop not null,
  add check (purpose in ('referral', 'file', 'contact', 'photo')),
  add check ((purpose = 'referral') = (recipient_organization_id is not null));

------------------------------------------------------------------------------------------ desk
alter table desk.visit
  add people smallint not null default 1 check (people between 1 and 1000),
  add emergency boolean not null default false,
  add previous_visit_id uuid references desk.visit,
  add about_case_id uuid references cases."case",
  -- What of a group asks for attention at once, in numbers: never who.
  add attention jsonb not null default '{}';
create index on desk.visit (person_id) where person_id is not null;
create index on desk.visit (about_case_id) where about_case_id is not null;
create table desk.visit_profile (
  organization_id uuid not null references directory.organization,
  visit_id uuid not null references desk.visit,
  sex text not null,
  age_band text not null,
  people smallint not null check (people > 0),
  primary key (visit_id, sex, age_band)
);
grant update (person_id, about_case_id) on desk.visit to istiqbal_app;

------------------------------------------------------------------------------------------ cases
alter table cases."case"
  add priority text not null default 'normal' check (priority in ('emergency', 'urgent', 'normal')),
  add assigned_to uuid,
  add status_since timestamptz not null default now(),
  add status_reason text,
  -- Whom or what it waits for, where it went: in the agent's words.
  add status_note text,
  add minor_situation text check (minor_situation in ('with_parents', 'with_guardian', 'separated', 'unaccompanied')),
  add check (status in ('open', 'in_progress', 'waiting_person', 'waiting_third_party', 'reopened',
                        'oriented', 'solved', 'partly_solved', 'abandoned', 'not_receivable', 'transferred'));
update cases."case" set status_since = coalesce(closed_at, opened_at), assigned_to = case when closed_at is null then opened_by end;
create index on cases."case" (organization_id, assigned_to, priority) where closed_at is null;
create index on cases."case" (organization_id, closed_at desc) where closed_at is not null;
create index on cases."case" (person_id);
create index on cases."case" (visit_id);

create table cases.note (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  case_id uuid not null references cases."case",
  level text not null check (level in ('ordinary', 'health', 'protection')),
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null
);
create index on cases.note (case_id);
create table cases.step (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  case_id uuid not null references cases."case",
  title text not null,
  due_on date,
  assigned_to uuid,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ending text check (ending in ('done', 'dropped')),
  check ((ended_at is null) = (ending is null))
);
create index on cases.step (case_id);
create index on cases.step (organization_id, due_on) where ended_at is null;
-- People around a case, who need no file of their own.
create table cases.contact (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  case_id uuid not null references cases."case",
  role text not null check (role in ('family', 'representative', 'guardian', 'interpreter', 'other')),
  name text not null,
  phone text,
  note text,
  person_id uuid references people.person,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz
);
create index on cases.contact (case_id);

-- Delays are settings: those of the region, and those a cell promises instead.
create table cases.delay (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid references directory.organization,
  kind text not null check (kind in ('acknowledge', 'answer')),
  -- Null: for every need that has none of its own.
  need text,
  days smallint not null check (days between 1 and 730),
  -- The law or the promise it comes from; in Arabic where somebody worded it.
  source text not null,
  source_ar text,
  unique nulls not distinct (organization_id, kind, need)
);
create table cases.clock (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  case_id uuid not null references cases."case",
  kind text not null check (kind in ('acknowledge', 'answer')),
  started_at timestamptz not null,
  days smallint not null,
  source text not null,
  source_ar text,
  -- Moved on by as long as each pause lasted.
  due_at timestamptz not null,
  paused_at timestamptz,
  pause_reason text,
  stopped_at timestamptz,
  unique (case_id, kind)
);
create index on cases.clock (organization_id, due_at) where stopped_at is null and paused_at is null;
create table cases.clock_pause (
  id bigint generated always as identity primary key,
  organization_id uuid not null references directory.organization,
  clock_id uuid not null references cases.clock,
  paused_at timestamptz not null,
  resumed_at timestamptz not null,
  reason text not null
);
create index on cases.clock_pause (clock_id);

------------------------------------------------------------------------------------------ who sees what
do $$
declare t text;
begin
  foreach t in array array['people.household', 'people.person_name', 'people.matching_key', 'people.relationship', 'people.not_same',
      'people.likely_pair', 'people.merge', 'desk.visit_profile', 'cases.note', 'cases.step', 'cases.contact', 'cases.delay', 'cases.clock', 'cases.clock_pause'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy own_organization on %s to istiqbal_app
      using (organization_id = (select access.acting_organization_as(''agent'', ''cell_manager'')))
      with check (organization_id = (select access.acting_organization_as(''agent'', ''cell_manager'')))', t);
    execute format('grant select, insert on %s to istiqbal_app', t);
  end loop;
end $$;
alter policy own_organization on cases.note using (
  organization_id = (select access.acting_organization_as('agent', 'cell_manager'))
  and (level = 'ordinary' or written_by = (select access.acting_user()) or (select access.may_read_restricted())
       or exists (select from cases."case" c where c.id = case_id and c.assigned_to = (select access.acting_user()))));
-- The region's delays are read by every desk and set by nobody here; a cell's are set by its head.
alter policy own_organization on cases.delay
  using (organization_id = (select access.acting_organization_as('agent', 'cell_manager'))
         or (organization_id is null and (select access.acting_as('agent', 'cell_manager'))))
  with check (organization_id = (select access.acting_organization_as('cell_manager')));
create policy head_of_cell_changes on cases.delay as restrictive for update to istiqbal_app
  using (organization_id = (select access.acting_organization_as('cell_manager')));
create policy head_of_cell_removes on cases.delay as restrictive for delete to istiqbal_app
  using (organization_id = (select access.acting_organization_as('cell_manager')));
grant update (days, source, source_ar), delete on cases.delay to istiqbal_app;
create policy owner_loads on cases.delay to istiqbal_owner using (organization_id is null) with check (organization_id is null);

grant update (name, phone, email, language, languages, contact_preference, safe_hours, phone_belongs_to, birth_date, birth_date_about, sex,
              residence_country, audience, commune_code, household_id, merged_into, searched, updated_at) on people.person to istiqbal_app;
grant delete on people.likely_pair, people.person_name, people.matching_key, people.relationship, people.not_same to istiqbal_app;
grant update (score, reasons, found_at) on people.likely_pair to istiqbal_app;
grant update (said, said_by, said_at) on people.not_same to istiqbal_app;
grant update (undone_by, undone_at) on people.merge to istiqbal_app;
grant update (needs, priority, assigned_to, status_since, status_reason, status_note, minor_situation, visit_id) on cases."case" to istiqbal_app;
grant update (title, due_on, assigned_to, ended_at, ended_by, ending) on cases.step to istiqbal_app;
grant update (removed_at) on cases.contact to istiqbal_app;
grant update (due_at, paused_at, pause_reason, stopped_at) on cases.clock to istiqbal_app;

-- A late case is told to its cell once, by the clock; the worker acts for nobody, so it goes through this door.
grant select on cases.clock to istiqbal_counter;
create policy watched on cases.clock for select to istiqbal_counter using (true);
grant create on schema platform to istiqbal_counter;
set local role istiqbal_counter;
create function platform.tell_about_late_cases() returns void
  language sql security definer set search_path = '' as $$
    insert into platform.notice (organization_id, kind, subject_id)
    select distinct k.organization_id, 'case_late', k.case_id from cases.clock k
    where k.stopped_at is null and k.paused_at is null and k.due_at < now()
      and not exists (select from platform.notice n
                      where n.organization_id = k.organization_id and n.kind = 'case_late' and n.subject_id = k.case_id)
    on conflict do nothing $$;
revoke execute on function platform.tell_about_late_cases() from public;
grant execute on function platform.tell_about_late_cases() to istiqbal_app;
set local role istiqbal_owner;
revoke create on schema platform from istiqbal_counter;

-- Row-level security lets no index answer a search by words, since the operator that compares them is not leakproof: each search read
-- every person of a cell. This door asks the index first and gives the acting cell's own, by their identifiers alone.
grant select (id, organization_id, searched, merged_into) on people.person to istiqbal_counter;
grant execute on function access.acting_organization_as(access.role[]) to istiqbal_counter;
create policy found_by_words on people.person for select to istiqbal_counter using (true);
grant create on schema people to istiqbal_counter;
set local role istiqbal_counter;
create function people.find_by_words(question tsquery, most integer) returns setof uuid
  language sql stable security definer set search_path = ''
  -- A limit would make the planner hope to meet so many soon and read on; and of a word half the region bears, some stand for all.
  set enable_seqscan = off set gin_fuzzy_search_limit = 5000 as $$
    with found as materialized (
      select p.id from people.person p
      where p.searched @@ question and p.merged_into is null
        and p.organization_id = (select access.acting_organization_as('agent', 'cell_manager')))
    select id from found limit most $$;
revoke execute on function people.find_by_words(tsquery, integer) from public;
grant execute on function people.find_by_words(tsquery, integer) to istiqbal_app;
set local role istiqbal_owner;
revoke create on schema people from istiqbal_counter;
