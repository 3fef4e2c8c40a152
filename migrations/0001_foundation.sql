-- Roles (istiqbal_owner, istiqbal_app, istiqbal_auth, istiqbal_counter) are made by
-- src/platform/database/roles.ts before the first migration: they belong to the server, not to one database.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema platform;
create schema access;
create schema territory;
create schema directory;
create schema people;
create schema desk;
create schema cases;
create schema referrals;
create schema coordination;
create schema observatory;
grant usage on schema platform, access, territory, directory, people, desk, cases, referrals, coordination, observatory
  to istiqbal_app, istiqbal_counter;
grant usage on schema access to istiqbal_auth;

------------------------------------------------------------------------------------------ territory
create table territory.territory (
  code text primary key check (code ~ '^[0-9]{2,10}$'),
  hcp_code text not null,
  level text not null check (level in ('region', 'province', 'cercle', 'commune')),
  parent_code text references territory.territory deferrable initially deferred,
  province_code text references territory.territory deferrable initially deferred,
  name_fr text not null,
  name_ar text not null,
  alt_names text[] not null default '{}',
  is_urban boolean,
  is_chef_lieu boolean not null default false,
  population integer,
  households integer,
  area_km2 numeric,
  latitude double precision,
  longitude double precision,
  seat_latitude double precision,
  seat_longitude double precision
);
create index on territory.territory (parent_code);
create index on territory.territory (province_code);

------------------------------------------------------------------------------------------ directory
create table directory.source (
  key text primary key,
  name text not null,
  imported_at timestamptz not null default now(),
  fingerprint text not null
);
-- One row; every import moves it on, so pages and caches know when the directory changed.
create table directory.version (
  one boolean primary key default true check (one),
  number bigint not null default 0,
  changed_at timestamptz not null default now()
);
insert into directory.version default values;

create table directory.organization (
  id uuid primary key,
  source_key text references directory.source,
  name text not null,
  alternate_name text,
  description text not null,
  email text,
  website text,
  organization_type text,
  parent_organization_id uuid references directory.organization deferrable initially deferred,
  commune_code text references territory.territory,
  is_demonstration boolean not null default false,
  vanished_at timestamptz,
  last_modified timestamptz not null default now()
);
create table directory.service (
  id uuid primary key,
  source_key text references directory.source,
  organization_id uuid not null references directory.organization deferrable initially deferred,
  name text not null,
  alternate_name text,
  description text,
  url text,
  email text,
  status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  application_process text,
  eligibility_description text,
  fees_description text,
  minimum_age smallint,
  maximum_age smallint,
  alert text,
  assured_date date,
  assurer_email text,
  to_be_confirmed boolean not null default true,
  source_year smallint,
  source_url text,
  vanished_at timestamptz,
  last_modified timestamptz not null default now()
);
create index on directory.service (organization_id);
create table directory.location (
  id uuid primary key,
  source_key text references directory.source,
  organization_id uuid references directory.organization deferrable initially deferred,
  location_type text not null check (location_type in ('physical', 'postal', 'virtual')),
  name text,
  description text,
  url text,
  latitude double precision,
  longitude double precision,
  commune_code text references territory.territory,
  confidential boolean not null default false,
  vanished_at timestamptz
);
create table directory.address (
  id uuid primary key,
  location_id uuid not null references directory.location on delete cascade deferrable initially deferred,
  address_1 text not null,
  address_2 text,
  city text not null,
  state_province text not null,
  postal_code text not null,
  country text not null,
  address_type text not null
);
create index on directory.address (location_id);
create table directory.service_at_location (
  id uuid primary key,
  service_id uuid not null references directory.service on delete cascade deferrable initially deferred,
  location_id uuid not null references directory.location on delete cascade deferrable initially deferred
);
create index on directory.service_at_location (service_id);
create index on directory.service_at_location (location_id);
create table directory.service_area (
  id uuid primary key,
  service_id uuid not null references directory.service on delete cascade deferrable initially deferred,
  name text,
  territory_code text
);
create index on directory.service_area (service_id);
create table directory.phone (
  id uuid primary key,
  location_id uuid references directory.location on delete cascade deferrable initially deferred,
  service_id uuid references directory.service on delete cascade deferrable initially deferred,
  organization_id uuid references directory.organization on delete cascade deferrable initially deferred,
  number text not null,
  type text,
  description text
);
create index on directory.phone (service_id);
create index on directory.phone (organization_id);
create table directory.schedule (
  id uuid primary key,
  service_id uuid references directory.service on delete cascade deferrable initially deferred,
  location_id uuid references directory.location on delete cascade deferrable initially deferred,
  freq text,
  byday text,
  opens_at text,
  closes_at text,
  valid_from date,
  valid_to date,
  description text
);
create index on directory.schedule (service_id);
create table directory.language (
  id uuid primary key,
  service_id uuid references directory.service on delete cascade deferrable initially deferred,
  location_id uuid references directory.location on delete cascade deferrable initially deferred,
  name text,
  code text,
  note text
);
create index on directory.language (service_id);
create table directory.required_document (
  id uuid primary key,
  service_id uuid not null references directory.service on delete cascade deferrable initially deferred,
  document text not null,
  uri text
);
create index on directory.required_document (service_id);
create table directory.taxonomy (
  id uuid primary key,
  source_key text references directory.source,
  name text not null,
  description text not null
);
create table directory.taxonomy_term (
  id uuid primary key,
  source_key text references directory.source,
  taxonomy_id uuid references directory.taxonomy deferrable initially deferred,
  parent_id uuid references directory.taxonomy_term deferrable initially deferred,
  code text,
  name text not null,
  description text not null
);
create unique index taxonomy_term_code on directory.taxonomy_term (taxonomy_id, code) where code is not null;
create table directory.attribute (
  id uuid primary key,
  link_id uuid not null,
  link_entity text not null,
  link_type text,
  taxonomy_term_id uuid not null references directory.taxonomy_term deferrable initially deferred
);
create index on directory.attribute (link_id);
create index on directory.attribute (taxonomy_term_id);
-- HSDS has no member for translated text (openreferral/specification#63): one row per entity and language.
create table directory.translation (
  entity text not null check (entity in ('organization', 'service', 'location', 'taxonomy', 'taxonomy_term')),
  entity_id uuid not null,
  language text not null,
  name text,
  description text,
  eligibility_description text,
  alert text,
  synonyms text[] not null default '{}',
  primary key (entity_id, language)
);
grant select on all tables in schema territory, directory to istiqbal_app;

------------------------------------------------------------------------------------------ access
create table access."user" (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  language text not null default 'fr',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table access.session (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references access."user" on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on access.session (user_id);
create table access.account (
  id uuid primary key default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references access."user" on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on access.account (user_id);
create table access.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on access.verification (identifier);
create table access.rate_limit (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  last_request bigint not null
);
create type access.role as enum ('agent', 'cell_manager', 'partner', 'coordinator', 'administrator');
create table access.membership (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references access."user" on delete cascade,
  organization_id uuid not null references directory.organization,
  role access.role not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index membership_once on access.membership (user_id, organization_id, role) where ended_at is null;
create table access.invitation (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  -- null only for the first administrator of an empty installation
  organization_id uuid references directory.organization,
  role access.role not null,
  token_hash text not null unique,
  invited_by uuid references access."user",
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  check (organization_id is not null or role = 'administrator')
);

-- Who acts: set per transaction by src/platform/database/actor.ts, so it works behind a transaction pooler.
create function access.acting_user() returns uuid language sql stable
  return nullif(current_setting('istiqbal.user_id', true), '')::uuid;
-- The membership is looked up here, not believed: a wrong setting gives no rights.
create function access.acting_organization() returns uuid language sql stable security definer set search_path = ''
  return (select m.organization_id from access.membership m
          where m.user_id = access.acting_user() and m.ended_at is null
            and m.organization_id = nullif(current_setting('istiqbal.organization_id', true), '')::uuid limit 1);
create function access.acting_as(variadic roles access.role[]) returns boolean language sql stable security definer set search_path = ''
  return exists (select from access.membership m
          where m.user_id = access.acting_user() and m.ended_at is null
            and m.organization_id = nullif(current_setting('istiqbal.organization_id', true), '')::uuid
            and m.role = any (roles));

alter table access."user" enable row level security;
alter table access."user" force row level security;
alter table access.session enable row level security;
alter table access.session force row level security;
alter table access.account enable row level security;
alter table access.account force row level security;
alter table access.verification enable row level security;
alter table access.verification force row level security;
alter table access.membership enable row level security;
alter table access.membership force row level security;
alter table access.invitation enable row level security;
alter table access.invitation force row level security;
-- Sign-in happens before anyone is known: its own role, which sees nothing but these tables.
create policy sign_in on access."user" to istiqbal_auth using (true) with check (true);
create policy sign_in on access.session to istiqbal_auth using (true) with check (true);
create policy sign_in on access.account to istiqbal_auth using (true) with check (true);
create policy sign_in on access.verification to istiqbal_auth using (true) with check (true);
create policy sign_in on access.membership for select to istiqbal_auth using (true);
create policy sign_in_insert on access.membership for insert to istiqbal_auth with check (true);
create policy sign_in on access.invitation to istiqbal_auth using (true) with check (true);
grant select, insert, update, delete on access."user", access.session, access.account, access.verification, access.rate_limit to istiqbal_auth;
grant select, insert on access.membership to istiqbal_auth;
grant select, insert, update on access.invitation to istiqbal_auth;
-- The owner runs the definer functions above and the seeds, not the application.
create policy owner_reads on access.membership for select to istiqbal_owner using (true);
create policy owner_seeds on access.membership for insert to istiqbal_owner with check (true);

create policy colleagues on access.membership for select to istiqbal_app using (
  user_id = (select access.acting_user())
  or organization_id = (select access.acting_organization())
  or (select access.acting_as('coordinator', 'administrator')));
create policy administrators_add on access.membership for insert to istiqbal_app
  with check ((select access.acting_as('administrator')));
create policy administrators_end on access.membership for update to istiqbal_app
  using ((select access.acting_as('administrator')));
create policy colleagues on access."user" for select to istiqbal_app using (
  id = (select access.acting_user())
  or exists (select from access.membership m where m.user_id = "user".id));
create policy administrators on access.invitation to istiqbal_app
  using ((select access.acting_as('administrator'))) with check ((select access.acting_as('administrator')));
grant select (id, name, email, language) on access."user" to istiqbal_app;
grant select, insert on access.membership to istiqbal_app;
grant update (ended_at) on access.membership to istiqbal_app;
grant select, insert on access.invitation to istiqbal_app;

------------------------------------------------------------------------------------------ platform
create table platform.command (
  id uuid primary key,
  user_id uuid not null,
  kind text not null,
  -- json, not jsonb: a repeat gets the very same text.
  answer json not null,
  received_at timestamptz not null default now()
);
alter table platform.command enable row level security;
alter table platform.command force row level security;
create policy own on platform.command for select to istiqbal_app using (user_id = (select access.acting_user()));
create policy own_insert on platform.command for insert to istiqbal_app with check (user_id = (select access.acting_user()));
grant select, insert on platform.command to istiqbal_app;

create table platform.journal (
  id bigint generated always as identity primary key,
  command_id uuid,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  organization_id uuid not null,
  user_id uuid not null,
  -- Both clocks: a device can be wrong or back-dated, the server's time is the one that counts.
  device_at timestamptz,
  at timestamptz not null default now(),
  payload jsonb not null
);
create index on platform.journal (subject_id);
create index on platform.journal (organization_id, at);
alter table platform.journal enable row level security;
alter table platform.journal force row level security;
create policy own_organization on platform.journal for select to istiqbal_app using (
  organization_id = (select access.acting_organization())
  and (select access.acting_as('agent', 'cell_manager', 'partner')));
create policy own_insert on platform.journal for insert to istiqbal_app with check (
  user_id = (select access.acting_user()) and organization_id = (select access.acting_organization()));
grant select, insert on platform.journal to istiqbal_app;
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on platform.journal
  for each row execute function platform.refuse_change();
create trigger append_only_truncate before truncate on platform.journal
  for each statement execute function platform.refuse_change();

------------------------------------------------------------------------------------------ people, desk, cases
create table people.person (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  name text not null,
  phone text,
  language text,
  contact_preference text not null default 'any',
  created_by uuid not null,
  created_at timestamptz not null default now()
);
create table desk.visit (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  reference text not null unique,
  at timestamptz not null,
  audience text not null,
  needs text[] not null check (cardinality(needs) > 0),
  language text not null,
  sex text not null,
  age_band text not null,
  channel text not null,
  outcome text not null,
  commune_code text references territory.territory,
  note text,
  person_id uuid references people.person,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now()
);
create index on desk.visit (organization_id, at desc);
create table desk.orientation (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  visit_id uuid not null references desk.visit,
  service_id uuid not null references directory.service,
  at timestamptz not null,
  recorded_by uuid not null
);
create index on desk.orientation (visit_id);
create table cases."case" (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  reference text not null unique,
  visit_id uuid references desk.visit,
  person_id uuid references people.person,
  needs text[] not null check (cardinality(needs) > 0),
  summary text,
  status text not null default 'open',
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index on cases."case" (organization_id, opened_at desc);
create table people.consent (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  case_id uuid not null references cases."case",
  recipient_organization_id uuid not null references directory.organization,
  purpose text not null,
  fields text[] not null,
  given_how text not null,
  explained_in text not null,
  explained_by uuid not null,
  given_at timestamptz not null,
  expires_at timestamptz,
  withdrawn_at timestamptz
);
create index on people.consent (case_id);

create table referrals.referral (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  receiver_organization_id uuid not null references directory.organization,
  reference text not null unique,
  case_id uuid not null references cases."case",
  consent_id uuid not null references people.consent,
  service_id uuid references directory.service,
  priority text not null check (priority in ('emergency', 'urgent', 'normal')),
  reason text not null,
  -- Exactly what the person agreed to share, frozen at sending: all the receiver ever sees.
  shared jsonb not null,
  status text not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  answer_due_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  decline_reason text,
  answer_note text,
  outcome text,
  outcome_note text,
  outcome_at timestamptz
);
create index on referrals.referral (organization_id, sent_at desc);
create index on referrals.referral (receiver_organization_id, sent_at desc);
create index on referrals.referral (case_id);

do $$
declare t text;
begin
  foreach t in array array['people.person', 'desk.visit', 'desk.orientation', 'cases."case"', 'people.consent'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy own_organization on %s to istiqbal_app
      using (organization_id = (select access.acting_organization()) and (select access.acting_as(''agent'', ''cell_manager'')))
      with check (organization_id = (select access.acting_organization()) and (select access.acting_as(''agent'', ''cell_manager'')))', t);
    execute format('grant select, insert on %s to istiqbal_app', t);
  end loop;
end $$;
grant update (name, phone, language, contact_preference) on people.person to istiqbal_app;
grant update (status, closed_at, summary, person_id) on cases."case" to istiqbal_app;
grant update (withdrawn_at) on people.consent to istiqbal_app;

alter table referrals.referral enable row level security;
alter table referrals.referral force row level security;
create policy both_ends_read on referrals.referral for select to istiqbal_app using (
  (organization_id = (select access.acting_organization()) and (select access.acting_as('agent', 'cell_manager')))
  or (receiver_organization_id = (select access.acting_organization()) and (select access.acting_as('agent', 'cell_manager', 'partner'))
      and status <> 'withdrawn'));
create policy sender_sends on referrals.referral for insert to istiqbal_app with check (
  organization_id = (select access.acting_organization()) and (select access.acting_as('agent', 'cell_manager')));
create policy both_ends_answer on referrals.referral for update to istiqbal_app using (
  (organization_id = (select access.acting_organization()) and (select access.acting_as('agent', 'cell_manager')))
  or (receiver_organization_id = (select access.acting_organization()) and (select access.acting_as('agent', 'cell_manager', 'partner'))));
grant select, insert on referrals.referral to istiqbal_app;
grant update (status, answered_by, answered_at, decline_reason, answer_note, outcome, outcome_note, outcome_at, shared)
  on referrals.referral to istiqbal_app;

------------------------------------------------------------------------------------------ coordination
create table coordination.workshop (
  id uuid primary key,
  held_on date not null,
  ended_on date,
  place text not null,
  title jsonb not null,
  summary jsonb not null,
  source_url text not null
);
create table coordination.recommendation (
  id uuid primary key,
  workshop_id uuid not null references coordination.workshop on delete cascade,
  number smallint not null,
  title jsonb not null,
  text jsonb not null
);
grant select on all tables in schema coordination to istiqbal_app;

------------------------------------------------------------------------------------------ observatory
-- Oversight sees totals: these functions run as istiqbal_counter, which may read rows but which nobody can sign in as.
grant select on desk.visit, referrals.referral to istiqbal_counter;
grant execute on function access.acting_as(access.role[]) to istiqbal_counter;
create policy counted on desk.visit for select to istiqbal_counter using (true);
create policy counted on referrals.referral for select to istiqbal_counter using (true);
create function observatory.visit_counts(since timestamptz, until timestamptz)
  returns table (dimension text, value text, count bigint)
  language sql stable security definer set search_path = '' as $$
    select d.dimension, d.value, count(*)
    from desk.visit v cross join lateral (
      select 'organization', v.organization_id::text union all
      select 'audience', v.audience union all
      select 'sex', v.sex union all
      select 'age_band', v.age_band union all
      select 'channel', v.channel union all
      select 'outcome', v.outcome union all
      select 'need', n from unnest(v.needs) n union all
      select 'total', 'total') d(dimension, value)
    where v.at >= since and v.at < until and access.acting_as('coordinator')
    group by 1, 2 $$;
create function observatory.referral_counts(since timestamptz, until timestamptz)
  returns table (dimension text, value text, count bigint)
  language sql stable security definer set search_path = '' as $$
    select d.dimension, d.value, count(*)
    from referrals.referral r cross join lateral (
      select 'status', r.status union all
      select 'decline_reason', r.decline_reason where r.decline_reason is not null union all
      select 'outcome', r.outcome where r.outcome is not null union all
      select 'total', 'total') d(dimension, value)
    where r.sent_at >= since and r.sent_at < until and access.acting_as('coordinator')
    group by 1, 2 $$;
-- Owning them takes the right to create in the schema for a moment.
grant create on schema observatory to istiqbal_counter;
alter function observatory.visit_counts owner to istiqbal_counter;
alter function observatory.referral_counts owner to istiqbal_counter;
revoke create on schema observatory from istiqbal_counter;
set local role istiqbal_counter;
revoke execute on all functions in schema observatory from public;
grant execute on all functions in schema observatory to istiqbal_app;
set local role istiqbal_owner;
