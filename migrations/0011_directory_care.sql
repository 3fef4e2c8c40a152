-- Care of the directory: who may change what, its history, what people say of it, and what to look after.

------------------------------------------------------------------------------------------ columns
alter table directory.organization
  add merged_into uuid references directory.organization,
  add text_changed_at timestamptz not null default now();
alter table directory.service
  add merged_into uuid references directory.service,
  add text_changed_at timestamptz not null default now();
alter table directory.translation add updated_at timestamptz not null default now();
create index on directory.organization (merged_into) where merged_into is not null;
create index on directory.service (merged_into) where merged_into is not null;

create function directory.date_texts() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_table_name = 'translation' then
    new.updated_at := now();
  else
    new.text_changed_at := now();
  end if;
  return new;
end $$;
create trigger date_texts before update of name, description on directory.organization for each row
  when ((old.name, old.description) is distinct from (new.name, new.description)) execute function directory.date_texts();
create trigger date_texts before update of name, description, eligibility_description, alert on directory.service for each row
  when ((old.name, old.description, old.eligibility_description, old.alert)
    is distinct from (new.name, new.description, new.eligibility_description, new.alert)) execute function directory.date_texts();
create trigger date_texts before update of name, description, eligibility_description, alert on directory.translation for each row
  when ((old.name, old.description, old.eligibility_description, old.alert)
    is distinct from (new.name, new.description, new.eligibility_description, new.alert)) execute function directory.date_texts();

------------------------------------------------------------------------------------------ tables
create table directory.availability (
  service_id uuid primary key references directory.service on delete cascade deferrable initially deferred,
  state text not null check (state in ('places', 'waiting_list', 'closed')),
  places integer check (places >= 0),
  until date,
  updated_at timestamptz not null default now()
);
-- History and proposals in one. A new service is a proposal until it is published, so no draft stands in a public table.
create table directory.change (
  id uuid primary key,
  entity text not null check (entity in ('organization', 'service')),
  entity_id uuid not null,
  -- whose record it is
  organization_id uuid not null references directory.organization,
  kind text not null check (kind in ('create', 'edit', 'confirm', 'archive', 'publish', 'availability', 'merge', 'unmerge')),
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  state text not null check (state in ('proposed', 'applied', 'rejected')),
  reason text,
  -- null: by a signed link
  proposed_by uuid,
  proposed_for uuid references directory.organization,
  proposed_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text
);
create index on directory.change (entity_id, proposed_at desc);
create index on directory.change (organization_id);
create index change_to_decide on directory.change (proposed_at) where state = 'proposed';
-- What was changed here and an import leaves alone.
create table directory.held_field (
  entity text not null check (entity in ('organization', 'service')),
  entity_id uuid not null,
  field text not null,
  -- what the source said when it was changed, or when the difference was last looked at
  source_value jsonb not null default 'null',
  held_at timestamptz not null default now(),
  primary key (entity_id, field)
);
-- What a source says of a held field since it said something else.
create table directory.difference (
  id uuid primary key default gen_random_uuid(),
  entity text not null check (entity in ('organization', 'service')),
  entity_id uuid not null,
  field text not null,
  theirs jsonb not null,
  -- of a list: the rows as the source has them
  rows jsonb,
  source_key text references directory.source,
  found_at timestamptz not null default now(),
  unique (entity_id, field)
);
create table directory.stewardship (
  organization_id uuid primary key references directory.organization on delete cascade,
  -- months; null: never asked
  rhythm_months smallint default 12 check (rhythm_months in (1, 3, 6, 12, 16)),
  contact_email text,
  language text not null default 'fr' check (language in ('fr', 'ar', 'en', 'es')),
  reminded_at timestamptz
);
create table directory.feedback (
  id uuid primary key,
  reference text not null unique,
  service_id uuid not null references directory.service,
  kind text not null check (kind in ('wrong', 'refused', 'closed', 'thanks')),
  text text check (length(text) <= 2000),
  language text not null check (language in ('fr', 'ar', 'en', 'es')),
  at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'answered', 'settled')),
  answer text,
  answered_at timestamptz,
  answered_by uuid
);
create index on directory.feedback (service_id);
create index feedback_open on directory.feedback (at) where state = 'open';
create table directory.link_check (
  url text primary key,
  state text not null default 'unchecked',
  moved_to text,
  -- nights in a row it failed
  tries smallint not null default 0,
  since timestamptz not null default now(),
  checked_at timestamptz
);
-- Words searched in vain, folded, without who or when within the day.
create table directory.unanswered_query (
  query text not null,
  language text not null check (language in ('fr', 'ar', 'en', 'es')),
  day date not null default current_date,
  count integer not null default 1,
  primary key (query, language, day)
);
create table directory.everyday_word (
  id uuid primary key,
  language text not null check (language in ('fr', 'ar', 'en', 'es')),
  word text not null,
  term_id uuid not null references directory.taxonomy_term on delete cascade,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  unique (term_id, language, word)
);
create table directory.not_same (
  entity text not null check (entity in ('organization', 'service')),
  a uuid not null,
  b uuid not null check (a < b),
  said_by uuid not null,
  said_at timestamptz not null default now(),
  primary key (a, b)
);
create table directory.merge (
  id uuid primary key,
  entity text not null check (entity in ('organization', 'service')),
  kept_id uuid not null,
  gone_id uuid not null check (gone_id <> kept_id),
  -- table and column, and the keys of the rows that were moved
  moved jsonb not null default '{}',
  gone_vanished_at timestamptz,
  merged_by uuid not null,
  merged_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz
);
create table platform.message (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  tries smallint not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  sent_at timestamptz
);
create index message_due on platform.message (due_at) where state = 'queued';

------------------------------------------------------------------------------------------ who may do what
-- An editor's rights are of the whole directory; a focal point's of the records of the organisation acted for.
create function directory.acting_editor() returns boolean language sql stable
  return access.acting_organization_as('programme', 'coordinator') is not null;
create function directory.acting_focal() returns uuid language sql stable
  return access.acting_organization_as('partner', 'agent', 'cell_manager');

drop policy staff_to_the_signed_in on directory.contact;
drop policy phones_follow_their_contact on directory.phone;
create policy read on directory.contact for select to istiqbal_app
  using (published or (select access.acting_organization()) is not null);
create policy read on directory.phone for select to istiqbal_app
  using (contact_id is null or exists (select from directory.contact c where c.id = contact_id));

do $$
declare
  t text;
  private constant text[] := array['contact', 'phone', 'change', 'held_field', 'difference', 'stewardship', 'feedback', 'link_check',
    'unanswered_query', 'not_same', 'merge'];
begin
  for t in select tablename from pg_tables where schemaname = 'directory' loop
    execute format('alter table directory.%I enable row level security', t);
    execute format('alter table directory.%I force row level security', t);
    -- Imports, seeds and the functions below run as the owner; requests never do.
    execute format('create policy owner on directory.%I to istiqbal_owner using (true) with check (true)', t);
    if t <> all (private) then
      execute format('create policy read on directory.%I for select using (true)', t);
      execute format('grant select on directory.%I to istiqbal_app', t);
    end if;
  end loop;
  -- Parts of a service that its focal point keeps.
  foreach t in array array['schedule', 'language', 'required_document', 'service_area', 'availability'] loop
    execute format('create policy keep_insert on directory.%I for insert to istiqbal_app with check ((select directory.acting_editor())
      or exists (select from directory.service s where s.id = service_id and s.organization_id = (select directory.acting_focal())))', t);
    execute format('create policy keep_delete on directory.%I for delete to istiqbal_app using ((select directory.acting_editor())
      or exists (select from directory.service s where s.id = service_id and s.organization_id = (select directory.acting_focal())))', t);
    execute format('grant insert, delete on directory.%I to istiqbal_app', t);
  end loop;
  -- What editors keep for all.
  foreach t in array array['everyday_word', 'not_same', 'unanswered_query', 'link_check', 'merge', 'difference'] loop
    if t <> 'everyday_word' then
      execute format('create policy editors_read on directory.%I for select to istiqbal_app using ((select directory.acting_editor()))', t);
      execute format('grant select on directory.%I to istiqbal_app', t);
    end if;
    if t <> 'merge' and t <> 'difference' then
      execute format('create policy editors_insert on directory.%I for insert to istiqbal_app with check ((select directory.acting_editor()))', t);
      execute format('create policy editors_delete on directory.%I for delete to istiqbal_app using ((select directory.acting_editor()))', t);
      execute format('grant insert, delete on directory.%I to istiqbal_app', t);
    end if;
  end loop;
end $$;
create policy editors_delete on directory.difference for delete to istiqbal_app using ((select directory.acting_editor()));
grant delete on directory.difference to istiqbal_app;
create policy editors_update on directory.link_check for update to istiqbal_app using ((select directory.acting_editor()));
grant update (checked_at, tries) on directory.link_check to istiqbal_app;

create policy keep_insert on directory.phone for insert to istiqbal_app with check ((select directory.acting_editor())
  or (contact_id is null and (organization_id = (select directory.acting_focal())
    or exists (select from directory.service s where s.id = service_id and s.organization_id = (select directory.acting_focal())))));
create policy keep_delete on directory.phone for delete to istiqbal_app using ((select directory.acting_editor())
  or (contact_id is null and (organization_id = (select directory.acting_focal())
    or exists (select from directory.service s where s.id = service_id and s.organization_id = (select directory.acting_focal())))));
grant insert, delete on directory.phone to istiqbal_app;

create policy keep on directory.organization for update to istiqbal_app
  using ((select directory.acting_editor()) or id = (select directory.acting_focal()));
grant update (name, alternate_name, description, email, website, commune_code, last_modified) on directory.organization to istiqbal_app;
create policy keep on directory.service for update to istiqbal_app
  using ((select directory.acting_editor()) or organization_id = (select directory.acting_focal()))
  with check ((select directory.acting_editor()) or organization_id = (select directory.acting_focal()));
create policy editors_add on directory.service for insert to istiqbal_app with check ((select directory.acting_editor()));
grant update (organization_id, name, alternate_name, description, url, email, status, application_process, eligibility_description, fees_description,
  minimum_age, maximum_age, alert, assured_date, assurer_email, to_be_confirmed, source_year, last_modified), insert on directory.service to istiqbal_app;
do $$
declare t text;
begin
  foreach t in array array['location', 'address', 'service_at_location'] loop
    execute format('create policy editors_add on directory.%I for insert to istiqbal_app with check ((select directory.acting_editor()))', t);
    execute format('grant insert on directory.%I to istiqbal_app', t);
  end loop;
end $$;
create policy editors_insert on directory.attribute for insert to istiqbal_app with check ((select directory.acting_editor()));
create policy editors_delete on directory.attribute for delete to istiqbal_app using ((select directory.acting_editor()));
grant insert, delete on directory.attribute to istiqbal_app;
do $$
declare
  kept constant text := '(select directory.acting_editor()) or (entity = ''organization'' and entity_id = (select directory.acting_focal()))
    or (entity = ''service'' and exists (select from directory.service s where s.id = entity_id and s.organization_id = (select directory.acting_focal())))';
begin
  execute format('create policy keep_insert on directory.translation for insert to istiqbal_app with check (%s)', kept);
  execute format('create policy keep_update on directory.translation for update to istiqbal_app using (%s)', kept);
  execute format('create policy keep_delete on directory.translation for delete to istiqbal_app using (%s)', kept);
  execute format('create policy keep_read on directory.held_field for select to istiqbal_app using (%s)', kept);
  execute format('create policy keep_insert on directory.held_field for insert to istiqbal_app with check (%s)', kept);
end $$;
grant insert, update, delete on directory.translation to istiqbal_app;
grant select, insert on directory.held_field to istiqbal_app;
create policy editors_update on directory.held_field for update to istiqbal_app using ((select directory.acting_editor()));
create policy editors_delete on directory.held_field for delete to istiqbal_app using ((select directory.acting_editor()));
grant update (source_value), delete on directory.held_field to istiqbal_app;

-- What an editor must approve is refused here too, whatever a request may try.
create function directory.approved_by_editor() returns trigger language plpgsql set search_path = '' as $$
begin
  if access.acting_user() is not null and not directory.acting_editor() then
    raise exception 'an editor approves this' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger approved_by_editor before update of name, organization_id, status on directory.service for each row
  when (old.name is distinct from new.name or old.organization_id is distinct from new.organization_id
    or (old.status is distinct from new.status and (new.status in ('inactive', 'defunct') or old.status in ('inactive', 'defunct'))))
  execute function directory.approved_by_editor();
create trigger approved_by_editor before update of name on directory.organization for each row
  when (old.name is distinct from new.name) execute function directory.approved_by_editor();

create policy keepers_read on directory.change for select to istiqbal_app using ((select directory.acting_editor())
  or organization_id = (select directory.acting_focal()) or proposed_for = (select directory.acting_focal()));
create policy keepers_add on directory.change for insert to istiqbal_app with check (
  proposed_by = (select access.acting_user()) and proposed_for = (select access.acting_organization())
  and ((select directory.acting_editor()) or organization_id = (select directory.acting_focal())));
create policy editors_decide on directory.change for update to istiqbal_app using ((select directory.acting_editor()) and state = 'proposed')
  with check ((select directory.acting_editor()) and decided_by = (select access.acting_user()));
grant select, insert, update (state, decided_by, decided_at, decision_reason) on directory.change to istiqbal_app;

create policy keepers_read on directory.stewardship for select to istiqbal_app
  using ((select directory.acting_editor()) or organization_id = (select directory.acting_focal()));
create policy keepers_insert on directory.stewardship for insert to istiqbal_app
  with check ((select directory.acting_editor()) or organization_id = (select directory.acting_focal()));
create policy keepers_update on directory.stewardship for update to istiqbal_app
  using ((select directory.acting_editor()) or organization_id = (select directory.acting_focal()));
grant select, insert, update (rhythm_months, contact_email, language) on directory.stewardship to istiqbal_app;

create policy availability_update on directory.availability for update to istiqbal_app using ((select directory.acting_editor())
  or exists (select from directory.service s where s.id = service_id and s.organization_id = (select directory.acting_focal())));
grant update (state, places, until, updated_at) on directory.availability to istiqbal_app;

create policy keepers_read on directory.feedback for select to istiqbal_app using ((select directory.acting_editor())
  or exists (select from directory.service s where s.id = service_id and s.organization_id = (select directory.acting_focal())));
create policy keepers_answer on directory.feedback for update to istiqbal_app using ((select directory.acting_editor())
  or exists (select from directory.service s where s.id = service_id and s.organization_id = (select directory.acting_focal())));
grant select, update (state, answer, answered_at, answered_by) on directory.feedback to istiqbal_app;

-- Any change may come with a message; nobody reads one but the worker that sends it, and by its functions only.
alter table platform.message enable row level security;
alter table platform.message force row level security;
create policy anyone_queues on platform.message for insert to istiqbal_app with check (state = 'queued' and tries = 0);
create policy owner on platform.message to istiqbal_owner using (true) with check (true);
grant insert (kind, recipient, subject, body) on platform.message to istiqbal_app;

-- Editors see who works where, as coordinators do: history names people.
alter policy colleagues on access.membership using (
  user_id = (select access.acting_user())
  or organization_id = (select access.acting_organization())
  or (select access.acting_as('programme', 'coordinator', 'administrator')));

------------------------------------------------------------------------------------------ what happens without a member
-- Each is one door for one purpose; a person's request that acts for someone finds the worker's doors shut.
create function directory.give_feedback(id uuid, reference text, service uuid, kind text, text text, language text) returns boolean
  language sql security definer set search_path = '' as $$
    with given as (
      insert into directory.feedback (id, reference, service_id, kind, text, language)
      select give_feedback.id, give_feedback.reference, coalesce(s.merged_into, s.id), give_feedback.kind, give_feedback.text, give_feedback.language
      from directory.service s where s.id = service and s.published
      on conflict do nothing returning 1)
    select exists (select from given) $$;
create function directory.read_feedback(reference text)
  returns table (service_id uuid, service_name text, kind text, at timestamptz, state text, answer text, answered_at timestamptz)
  language sql stable security definer set search_path = '' as $$
    select s.id, s.name, f.kind, f.at, f.state, f.answer, f.answered_at
    from directory.feedback f join directory.service s on s.id = f.service_id where f.reference = read_feedback.reference $$;
create function directory.count_unanswered(query text, language text) returns void
  language sql security definer set search_path = '' as $$
    insert into directory.unanswered_query as q (query, language) values (count_unanswered.query, count_unanswered.language)
    on conflict (query, language, day) do update set count = q.count + 1 $$;
create function directory.forget_old_queries() returns void language sql security definer set search_path = '' as $$
    delete from directory.unanswered_query where day < current_date - 90 and access.acting_user() is null $$;

-- How the facts of a service stand: past its rhythm it is advised to look at them, past twice the rhythm or 16 months it must be done.
create function directory.update_state(assured date, rhythm smallint, today date) returns text language sql immutable parallel safe
  return case
    when rhythm is null then 'not_asked'
    when assured is null then 'never_confirmed'
    when today > (assured + make_interval(months => least(2 * rhythm, 16)))::date then 'update_mandatory'
    when today > (assured + make_interval(months => rhythm::integer))::date then 'update_advised'
    else 'up_to_date' end;
create function directory.today() returns date language sql stable
  return (now() at time zone coalesce((select c.timezone from directory.calendar c), 'UTC'))::date;
-- The services whose facts someone has to keep.
create view directory.cared_service with (security_invoker) as
  select s.id, s.organization_id, s.name, s.status, s.assured_date, s.source_year, s.vanished_at,
    directory.update_state(s.assured_date, case when w.organization_id is null then 12::smallint else w.rhythm_months end, directory.today()) as state
  from directory.service s join directory.organization o on o.id = s.organization_id and o.vanished_at is null
  left join directory.stewardship w on w.organization_id = o.id
  where s.published and s.vanished_at is null and s.status in ('active', 'temporarily closed');
grant select on directory.cared_service to istiqbal_app;

-- Organisations to remind now, at most once a month each; what is taken here is reminded in the same transaction.
create function directory.take_reminders() returns table (organization_id uuid, name text, email text, language text, services jsonb)
  language sql security definer set search_path = '' as $$
    with due as (
      select w.organization_id, jsonb_agg(directory.name_in(w.language, c.id, c.name) order by c.name) as services
      from directory.stewardship w join directory.cared_service c on c.organization_id = w.organization_id
      where access.acting_user() is null and w.contact_email is not null and w.rhythm_months is not null
        and (w.reminded_at is null or w.reminded_at < now() - interval '30 days')
        and c.state in ('never_confirmed', 'update_advised', 'update_mandatory')
      group by w.organization_id limit 100)
    update directory.stewardship w set reminded_at = now() from due d, directory.organization o
    where d.organization_id = w.organization_id and o.id = w.organization_id
    returning w.organization_id, directory.name_in(w.language, o.id, o.name), w.contact_email, w.language, d.services $$;
-- What a holder of a link that was verified sees, and their word that all is still true.
create function directory.confirmable(organization uuid, language text) returns table (name text, services jsonb)
  language sql stable security definer set search_path = '' as $$
    select directory.name_in(confirmable.language, o.id, o.name),
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', directory.name_in(confirmable.language, c.id, c.name)) order by c.name)
        from directory.cared_service c where c.organization_id = o.id), '[]')
    from directory.organization o where o.id = organization and o.vanished_at is null and access.acting_user() is null $$;
create function directory.confirm_by_link(organization uuid, change uuid) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  confirmed uuid[];
begin
  if access.acting_user() is not null then return 0; end if;
  with done as (
    update directory.service s set assured_date = directory.today(), to_be_confirmed = false,
      source_year = extract(year from directory.today()),
      assurer_email = (select w.contact_email from directory.stewardship w where w.organization_id = organization)
    where s.id in (select c.id from directory.cared_service c where c.organization_id = organization) returning s.id)
  select coalesce(array_agg(id), '{}') into confirmed from done;
  insert into directory.change (id, entity, entity_id, organization_id, kind, after, state, proposed_for)
    select change, 'organization', organization, organization, 'confirm', jsonb_build_object('services', to_jsonb(confirmed)), 'applied', organization
    where cardinality(confirmed) > 0
    on conflict do nothing;
  return cardinality(confirmed);
end $$;

-- Messages to send now. Taking one sets when it is tried again, should nobody tell how it went.
create function platform.take_messages(most integer) returns table (id uuid, recipient text, subject text, body text, tries smallint)
  language sql security definer set search_path = '' as $$
    update platform.message m set tries = m.tries + 1, due_at = now() + interval '2 minutes' * 4 ^ m.tries
    where access.acting_user() is null and m.id in (
      select q.id from platform.message q where q.state = 'queued' and q.due_at <= now() order by q.due_at limit most for update skip locked)
    returning m.id, m.recipient, m.subject, m.body, m.tries $$;
-- Once sent or given up, who it went to and what it said are forgotten.
create function platform.settle_message(message uuid, outcome text, error text) returns void
  language sql security definer set search_path = '' as $$
    update platform.message m set state = outcome, last_error = error, sent_at = case when outcome = 'sent' then now() end,
      recipient = case when outcome = 'queued' then m.recipient else '' end, subject = case when outcome = 'queued' then m.subject else '' end,
      body = case when outcome = 'queued' then m.body else '' end
    where m.id = message and m.state = 'queued' and access.acting_user() is null $$;
create function platform.message_counts() returns table (waiting bigint, failed bigint)
  language sql stable security definer set search_path = '' as $$
    select count(*) filter (where state = 'queued'), count(*) filter (where state = 'failed') from platform.message
    where access.acting_as('programme', 'coordinator', 'administrator') $$;

-- Every address the public pages lead to.
create function directory.public_links() returns setof text language sql stable security definer set search_path = '' as $$
    select x.url from (
      select o.website as url from directory.organization o where o.vanished_at is null and not o.is_demonstration
      union select s.url from directory.public_service s union select s.source_url from directory.public_service s
      union select u.url from directory.public_url u union select d.uri from directory.public_required_document d) x
    where x.url ~ '^https?://' $$;
-- Addresses to look at tonight: new ones, and those not looked at for 20 hours; those no page leads to any more are forgotten.
create function directory.take_links(most integer) returns table (url text, tries smallint)
  language plpgsql security definer set search_path = '' as $$
begin
  if access.acting_user() is not null then return; end if;
  insert into directory.link_check (url) select p from directory.public_links() p on conflict do nothing;
  delete from directory.link_check l where not exists (select from directory.public_links() p where p = l.url);
  return query
    update directory.link_check l set checked_at = now() where l.url in (
      select d.url from directory.link_check d where d.checked_at is null or d.checked_at < now() - interval '20 hours'
      order by d.checked_at nulls first, d.url limit most for update skip locked)
    returning l.url, l.tries;
end $$;
create function directory.settle_link(link text, outcome text, moved text) returns void
  language sql security definer set search_path = '' as $$
    update directory.link_check l set state = outcome, moved_to = moved, checked_at = now(),
      tries = case when outcome in ('ok', 'moved', 'moved_to_https') then 0 else l.tries + 1 end,
      since = case when l.state = outcome then l.since else now() end
    where l.url = link and access.acting_user() is null $$;

------------------------------------------------------------------------------------------ merging
-- What of other rooms points at a record. They hold people's files, so only istiqbal_counter, as which nobody signs in, touches them here.
grant select, update on referrals.referral, people.consent, desk.orientation, platform.notice to istiqbal_counter;
grant select on people.person, cases."case" to istiqbal_counter;
create policy moved on referrals.referral for update to istiqbal_counter using (true);
create policy moved on people.consent to istiqbal_counter using (true);
create policy moved on desk.orientation to istiqbal_counter using (true);
create policy counted on people.person for select to istiqbal_counter using (true);
create policy counted on cases."case" for select to istiqbal_counter using (true);
grant create on schema platform to istiqbal_counter;
set local role istiqbal_counter;
create function platform.has_files(organization uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
    select exists (select from desk.visit where organization_id = organization) or exists (select from cases."case" where organization_id = organization)
      or exists (select from people.person where organization_id = organization) or exists (select from referrals.referral where organization_id = organization) $$;
-- Points rows at another record; without `chosen` all of them, else those named. Answers which it moved.
create function platform.move_references(entity text, from_id uuid, to_id uuid, chosen jsonb) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  moved jsonb := '{}';
  place text[];
  keys jsonb;
begin
  foreach place slice 1 in array case entity
    when 'organization' then array[['referrals.referral', 'receiver_organization_id'], ['people.consent', 'recipient_organization_id'],
      ['platform.notice', 'organization_id']]
    else array[['referrals.referral', 'service_id'], ['desk.orientation', 'service_id']] end
  loop
    execute format('with done as (update %1$s t set %2$s = $2 where t.%2$s = $1 and ($3 is null or $3 ? t.id::text)
        %3$s returning t.id) select jsonb_agg(id::text) from done', place[1], place[2],
      case when place[1] = 'platform.notice' then 'and not exists (select from platform.notice n where n.organization_id = $2
        and n.kind = t.kind and n.subject_id = t.subject_id)' else '' end)
      into keys using from_id, to_id, case when chosen is not null then coalesce(chosen -> (place[1] || '.' || place[2]), '[]') end;
    if keys is not null then moved := moved || jsonb_build_object(place[1] || '.' || place[2], keys); end if;
  end loop;
  return moved;
end $$;
create function platform.count_references(entity text, record uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
    select case entity
      when 'organization' then jsonb_build_object('referral', (select count(*) from referrals.referral where receiver_organization_id = record))
      else jsonb_build_object('referral', (select count(*) from referrals.referral where service_id = record),
        'orientation', (select count(*) from desk.orientation where service_id = record)) end $$;
revoke execute on function platform.has_files(uuid), platform.move_references(text, uuid, uuid, jsonb), platform.count_references(text, uuid) from public;
grant execute on function platform.has_files(uuid), platform.move_references(text, uuid, uuid, jsonb), platform.count_references(text, uuid)
  to istiqbal_owner;
set local role istiqbal_owner;
revoke create on schema platform from istiqbal_counter;
create policy owner_moves on access.membership for update to istiqbal_owner using (true);
create policy owner_moves on access.invitation to istiqbal_owner using (true);

-- Why a record cannot be the one that goes: its people would see, or be seen by, others.
create function directory.must_stay(entity text, record uuid) returns text
  language sql stable security definer set search_path = '' as $$
    select case
      when entity <> 'organization' then null
      when platform.has_files(record) then 'gone_has_files'
      when exists (select from access.membership m where m.organization_id = record and m.ended_at is null and m.role <> 'partner')
        or exists (select from access.invitation i where i.organization_id = record and i.accepted_at is null and i.expires_at > now() and i.role <> 'partner')
        then 'gone_has_desk' end
    where directory.acting_editor() $$;

-- Where rows point at a record, and which of them the kept one already has: those stay behind.
create table directory.reference (
  entity text not null,
  place text not null,
  column_name text not null,
  key_name text not null default 'id',
  also text not null default 'true',
  -- t: the row; k: a row of the kept record; null when all move
  already text,
  primary key (entity, place, column_name)
);
comment on table directory.reference is 'What merging moves';
insert into directory.reference (entity, place, column_name, key_name, also, already) values
  ('organization', 'directory.service', 'organization_id', 'id', 'true', null),
  ('organization', 'directory.location', 'organization_id', 'id', 'true', null),
  ('organization', 'directory.program', 'organization_id', 'id', 'true', null),
  ('organization', 'directory.organization', 'parent_organization_id', 'id', 't.id <> $2', null),
  ('organization', 'directory.contact', 'organization_id', 'id', 'true', null),
  ('organization', 'directory.phone', 'organization_id', 'id', 'true',
    $q$regexp_replace(k.number, '\D', '', 'g') = regexp_replace(t.number, '\D', '', 'g')$q$),
  ('organization', 'directory.funding', 'organization_id', 'id', 'true', 'k.source is not distinct from t.source'),
  ('organization', 'directory.organization_identifier', 'organization_id', 'id', 'true', 'k.identifier = t.identifier'),
  ('organization', 'directory.url', 'organization_id', 'id', 'true', 'k.url = t.url'),
  ('organization', 'directory.attribute', 'link_id', 'id', $q$t.link_entity = 'organization'$q$,
    'k.taxonomy_term_id = t.taxonomy_term_id and k.link_type is not distinct from t.link_type'),
  ('organization', 'directory.translation', 'entity_id', 'language', $q$t.entity = 'organization'$q$, 'k.language = t.language'),
  ('organization', 'directory.metadata', 'resource_id', 'id', 'true', null),
  ('organization', 'directory.stewardship', 'organization_id', 'organization_id', 'true', 'true'),
  ('organization', 'directory.change', 'organization_id', 'id', 'true', null),
  ('organization', 'directory.change', 'proposed_for', 'id', 'true', null),
  ('organization', 'access.membership', 'organization_id', 'id', 'true',
    'k.user_id = t.user_id and k.role = t.role and k.ended_at is null and t.ended_at is null'),
  ('organization', 'access.invitation', 'organization_id', 'id', 'true', null),
  ('service', 'directory.service_at_location', 'service_id', 'id', 'true', 'k.location_id = t.location_id'),
  ('service', 'directory.service_area', 'service_id', 'id', 'true',
    'k.territory_code is not distinct from t.territory_code and k.name is not distinct from t.name'),
  ('service', 'directory.phone', 'service_id', 'id', 'true', $q$regexp_replace(k.number, '\D', '', 'g') = regexp_replace(t.number, '\D', '', 'g')$q$),
  -- Two sets of hours, prices or places would contradict each other.
  ('service', 'directory.schedule', 'service_id', 'id', 'true', 'true'),
  ('service', 'directory.cost_option', 'service_id', 'id', 'true', 'true'),
  ('service', 'directory.service_capacity', 'service_id', 'id', 'true', 'true'),
  ('service', 'directory.availability', 'service_id', 'service_id', 'true', 'true'),
  ('service', 'directory.language', 'service_id', 'id', 'true',
    'k.code is not distinct from t.code and k.name is not distinct from t.name'),
  ('service', 'directory.required_document', 'service_id', 'id', 'true', 'k.document = t.document'),
  ('service', 'directory.contact', 'service_id', 'id', 'true', null),
  ('service', 'directory.funding', 'service_id', 'id', 'true', 'k.source is not distinct from t.source'),
  ('service', 'directory.url', 'service_id', 'id', 'true', 'k.url = t.url'),
  ('service', 'directory.attribute', 'link_id', 'id', $q$t.link_entity = 'service'$q$,
    'k.taxonomy_term_id = t.taxonomy_term_id and k.link_type is not distinct from t.link_type'),
  ('service', 'directory.translation', 'entity_id', 'language', $q$t.entity = 'service'$q$, 'k.language = t.language'),
  ('service', 'directory.metadata', 'resource_id', 'id', 'true', null),
  ('service', 'directory.feedback', 'service_id', 'id', 'true', null);
alter table directory.reference enable row level security;
alter table directory.reference force row level security;
create policy owner on directory.reference to istiqbal_owner using (true) with check (true);

-- How many rows of each kind point at a record.
create function directory.count_references(entity text, record uuid) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare
  r directory.reference;
  n bigint;
  counts jsonb;
begin
  if not directory.acting_editor() then return '{}'; end if;
  counts := platform.count_references(entity, record);
  for r in select * from directory.reference x where x.entity = count_references.entity and x.place <> 'directory.change' loop
    execute format('select count(*) from %s t where t.%I = $1 and (%s)', r.place, r.column_name, replace(r.also, '$2', '$1')) into n using record;
    counts := counts || jsonb_build_object(split_part(r.place, '.', 2), n);
  end loop;
  return counts;
end $$;

create function directory.merge_records(merge uuid, entity text, kept uuid, gone uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r directory.reference;
  keys jsonb;
  moved jsonb;
  was timestamptz;
begin
  if not directory.acting_editor() or directory.must_stay(entity, gone) is not null then
    raise exception 'this may not be merged' using errcode = 'insufficient_privilege';
  end if;
  moved := platform.move_references(entity, gone, kept, null);
  for r in select * from directory.reference x where x.entity = merge_records.entity order by x.place, x.column_name loop
    -- One statement looks at the kept record as it was, so two alike rows of the one that goes both move, or both stay.
    execute format('with done as (update %1$s t set %2$I = $2 where t.%2$I = $1 and (%3$s)%4$s returning t.%5$I::text as key)
        select jsonb_agg(key) from done', r.place, r.column_name, r.also,
      case when r.already is not null then format(' and not exists (select from %s k where k.%I = $2 and (%s))', r.place, r.column_name, r.already) else '' end,
      r.key_name) into keys using gone, kept;
    if keys is not null then moved := moved || jsonb_build_object(r.place || '.' || r.column_name, keys); end if;
  end loop;
  execute format('select vanished_at from directory.%I where id = $1', entity) into was using gone;
  execute format('update directory.%I set merged_into = $2, vanished_at = coalesce(vanished_at, now()), last_modified = now() where id = $1', entity)
    using gone, kept;
  execute format('update directory.%I set last_modified = now() where id = $1', entity) using kept;
  -- An earlier merge into the one that goes leads on to the one that stays.
  execute format('update directory.%I set merged_into = $2 where merged_into = $1', entity) using gone, kept;
  insert into directory.merge (id, entity, kept_id, gone_id, moved, gone_vanished_at, merged_by)
    values (merge, entity, kept, gone, moved, was, access.acting_user());
end $$;

create function directory.undo_merge(merge uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  m directory.merge;
  r directory.reference;
begin
  if not directory.acting_editor() then
    raise exception 'editors undo' using errcode = 'insufficient_privilege';
  end if;
  select * into strict m from directory.merge x where x.id = undo_merge.merge and x.undone_at is null for update;
  perform platform.move_references(m.entity, m.kept_id, m.gone_id, m.moved);
  for r in select * from directory.reference x where x.entity = m.entity and m.moved ? (x.place || '.' || x.column_name) loop
    execute format('update %1$s t set %2$I = $2 where t.%2$I = $1 and $3 ? t.%3$I::text and (%4$s)', r.place, r.column_name, r.key_name,
      replace(r.also, '$2', '$1')) using m.kept_id, m.gone_id, m.moved -> (r.place || '.' || r.column_name);
  end loop;
  execute format('update directory.%I set merged_into = null, vanished_at = $2, last_modified = now() where id = $1', m.entity)
    using m.gone_id, m.gone_vanished_at;
  execute format('update directory.%I set last_modified = now() where id = $1', m.entity) using m.kept_id;
  -- Those merged into it before lead to it again.
  execute format('update directory.%I o set merged_into = $1 from directory.merge e
      where e.gone_id = o.id and e.kept_id = $1 and e.undone_at is null and o.merged_into = $2', m.entity) using m.gone_id, m.kept_id;
  update directory.merge x set undone_at = now(), undone_by = access.acting_user() where x.id = m.id;
end $$;
revoke execute on function directory.give_feedback(uuid, text, uuid, text, text, text), directory.read_feedback(text),
  directory.count_unanswered(text, text), directory.forget_old_queries(), directory.take_reminders(), directory.confirmable(uuid, text),
  directory.confirm_by_link(uuid, uuid), platform.take_messages(integer), platform.settle_message(uuid, text, text), platform.message_counts(),
  directory.public_links(), directory.take_links(integer), directory.settle_link(text, text, text), directory.must_stay(text, uuid),
  directory.merge_records(uuid, text, uuid, uuid), directory.undo_merge(uuid), directory.count_references(text, uuid) from public;
grant execute on function directory.give_feedback(uuid, text, uuid, text, text, text), directory.read_feedback(text),
  directory.count_unanswered(text, text), directory.forget_old_queries(), directory.take_reminders(), directory.confirmable(uuid, text),
  directory.confirm_by_link(uuid, uuid), platform.take_messages(integer), platform.settle_message(uuid, text, text), platform.message_counts(),
  directory.public_links(), directory.take_links(integer), directory.settle_link(text, text, text), directory.must_stay(text, uuid),
  directory.merge_records(uuid, text, uuid, uuid), directory.undo_merge(uuid), directory.count_references(text, uuid) to istiqbal_app;

select directory.watch('directory.availability');
select directory.watch('directory.everyday_word');
