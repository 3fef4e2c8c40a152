-- The whole of Open Referral HSDS 3.2: the objects and members we did not keep yet, and what of them is public.

------------------------------------------------------------------------------------------ members
alter table directory.taxonomy add uri text, add version text;
alter table directory.taxonomy_term add taxonomy text, add language text, add term_uri text;
alter table directory.organization
  add tax_status text, add tax_id text, add year_incorporated smallint, add legal_status text, add logo text, add uri text;
create table directory.unit (
  id uuid primary key,
  source_key text references directory.source,
  name text not null,
  scheme text,
  identifier text,
  uri text
);
create table directory.program (
  id uuid primary key,
  source_key text references directory.source,
  organization_id uuid not null references directory.organization on delete cascade deferrable initially deferred,
  name text not null,
  alternate_name text,
  description text not null
);
create index on directory.program (organization_id);
alter table directory.service
  add program_id uuid references directory.program on delete set null deferrable initially deferred,
  add interpretation_services text, add wait_time text, add fees text, add accreditations text, add licenses text,
  -- false: a draft. It is inactive as long as it is one, so that whoever asks for active services never meets it.
  add published boolean not null default true,
  add constraint draft_is_inactive check (published or status = 'inactive');
create index on directory.service (program_id);
create index on directory.service (last_modified, id);
alter table directory.location
  add alternate_name text, add transportation text, add external_identifier text, add external_identifier_type text;
create index on directory.location (organization_id);
alter table directory.address add source_key text, add attention text, add region text;
create index on directory.address (postal_code);
alter table directory.service_at_location add source_key text, add description text;
alter table directory.service_area
  add source_key text,
  add service_at_location_id uuid references directory.service_at_location on delete cascade deferrable initially deferred,
  add description text, add extent text, add extent_type text, add uri text,
  alter service_id drop not null;
create index on directory.service_area (service_at_location_id);
-- A focal point's name and direct line are of the staff: shown to those who are signed in, unless the organisation publishes them.
create table directory.contact (
  id uuid primary key,
  source_key text,
  organization_id uuid references directory.organization on delete cascade deferrable initially deferred,
  service_id uuid references directory.service on delete cascade deferrable initially deferred,
  service_at_location_id uuid references directory.service_at_location on delete cascade deferrable initially deferred,
  location_id uuid references directory.location on delete cascade deferrable initially deferred,
  name text,
  title text,
  department text,
  email text,
  published boolean not null default false
);
create index on directory.contact (organization_id);
create index on directory.contact (service_id);
create index on directory.contact (service_at_location_id);
create index on directory.contact (location_id);
alter table directory.phone
  add source_key text,
  add contact_id uuid references directory.contact on delete cascade deferrable initially deferred,
  add service_at_location_id uuid references directory.service_at_location on delete cascade deferrable initially deferred,
  add extension text;
create index on directory.phone (location_id);
create index on directory.phone (contact_id);
create index on directory.phone (service_at_location_id);
alter table directory.schedule
  add source_key text,
  add service_at_location_id uuid references directory.service_at_location on delete cascade deferrable initially deferred,
  add dtstart date, add timezone numeric, add until date, add count integer, add wkst text, add interval integer,
  add byweekno text, add bymonthday text, add byyearday text, add schedule_link text, add attending_type text, add notes text;
create index on directory.schedule (location_id);
create index on directory.schedule (service_at_location_id);
alter table directory.language
  add source_key text,
  add phone_id uuid references directory.phone on delete cascade deferrable initially deferred;
create index on directory.language (location_id);
create index on directory.language (phone_id);
alter table directory.required_document add source_key text;
create table directory.cost_option (
  id uuid primary key,
  source_key text,
  service_id uuid not null references directory.service on delete cascade deferrable initially deferred,
  valid_from date,
  valid_to date,
  option text,
  currency text,
  amount numeric,
  amount_description text
);
create index on directory.cost_option (service_id);
create table directory.funding (
  id uuid primary key,
  source_key text,
  organization_id uuid references directory.organization on delete cascade deferrable initially deferred,
  service_id uuid references directory.service on delete cascade deferrable initially deferred,
  source text
);
create index on directory.funding (organization_id);
create index on directory.funding (service_id);
create table directory.accessibility (
  id uuid primary key,
  source_key text,
  location_id uuid not null references directory.location on delete cascade deferrable initially deferred,
  description text,
  details text,
  url text
);
create index on directory.accessibility (location_id);
create table directory.organization_identifier (
  id uuid primary key,
  source_key text,
  organization_id uuid not null references directory.organization on delete cascade deferrable initially deferred,
  identifier_scheme text,
  identifier_type text not null,
  identifier text not null
);
create index on directory.organization_identifier (organization_id);
create table directory.url (
  id uuid primary key,
  source_key text,
  organization_id uuid references directory.organization on delete cascade deferrable initially deferred,
  service_id uuid references directory.service on delete cascade deferrable initially deferred,
  label text,
  url text not null
);
create index on directory.url (organization_id);
create index on directory.url (service_id);
create table directory.service_capacity (
  id uuid primary key,
  source_key text,
  service_id uuid not null references directory.service on delete cascade deferrable initially deferred,
  unit_id uuid not null references directory.unit deferrable initially deferred,
  available numeric not null,
  maximum numeric,
  description text,
  updated timestamptz not null
);
create index on directory.service_capacity (service_id);
alter table directory.attribute add source_key text, add value text, add label text;
create table directory.metadata (
  id uuid primary key,
  source_key text references directory.source,
  resource_id uuid not null,
  resource_type text not null,
  last_action_date date not null,
  last_action_type text not null,
  field_name text not null,
  previous_value text not null,
  replacement_value text not null,
  updated_by text not null
);
create index on directory.metadata (resource_id);

-- Parts carry the key of the source they came from, so that what an editor adds to a record outlives the next import.
-- Without a reference: it would be checked again for each of a hundred thousand rows, and only the importer writes it.
update directory.address a set source_key = l.source_key from directory.location l where l.id = a.location_id;
update directory.service_at_location x set source_key = s.source_key from directory.service s where s.id = x.service_id;
update directory.service_area x set source_key = s.source_key from directory.service s where s.id = x.service_id;
update directory.required_document x set source_key = s.source_key from directory.service s where s.id = x.service_id;
update directory.phone x set source_key = coalesce(
  (select source_key from directory.service where id = x.service_id),
  (select source_key from directory.location where id = x.location_id),
  (select source_key from directory.organization where id = x.organization_id));
update directory.schedule x set source_key = coalesce(
  (select source_key from directory.service where id = x.service_id), (select source_key from directory.location where id = x.location_id));
update directory.language x set source_key = coalesce(
  (select source_key from directory.service where id = x.service_id), (select source_key from directory.location where id = x.location_id));
update directory.attribute x set source_key = coalesce(
  (select source_key from directory.service where id = x.link_id),
  (select source_key from directory.location where id = x.link_id),
  (select source_key from directory.organization where id = x.link_id));

------------------------------------------------------------------------------------------ who reads what
grant select on directory.unit, directory.program, directory.contact, directory.cost_option, directory.funding, directory.accessibility,
  directory.organization_identifier, directory.url, directory.service_capacity, directory.metadata to istiqbal_app;
-- Not forced: imports run as the owner and see all.
alter table directory.contact enable row level security;
create policy staff_to_the_signed_in on directory.contact to istiqbal_app
  using (published or (select access.acting_organization()) is not null) with check (true);
alter table directory.phone enable row level security;
create policy phones_follow_their_contact on directory.phone to istiqbal_app
  using (contact_id is null or exists (select from directory.contact c where c.id = contact_id)) with check (true);

-- What anyone may know, in one place: the HSDS interface, the exports and the feeds read the views below and nothing else.
-- A confidential place keeps its name and commune; nothing of it leads to its door.
-- Functions, because views upon views would be planned anew, each time, for longer than they run.
create function directory.shows_organization(asked uuid) returns boolean language plpgsql stable parallel safe set search_path = '' as $$
begin
  return exists (select from directory.organization o where o.id = asked and o.vanished_at is null and not o.is_demonstration);
end $$;
create function directory.shows_service(asked uuid) returns boolean language plpgsql stable parallel safe set search_path = '' as $$
begin
  return exists (
    select from directory.service s join directory.organization o on o.id = s.organization_id
    where s.id = asked and s.published and s.vanished_at is null and s.status in ('active', 'temporarily closed')
      and o.vanished_at is null and not o.is_demonstration);
end $$;
-- A place that only drafts and ended services use is theirs.
create function directory.shows_location(asked uuid) returns boolean language plpgsql stable parallel safe set search_path = '' as $$
begin
  return exists (
    select from directory.location l left join directory.organization o on o.id = l.organization_id
    where l.id = asked and l.vanished_at is null and (o.id is null or (o.vanished_at is null and not o.is_demonstration)))
  and (not exists (select from directory.service_at_location x where x.location_id = asked)
    or exists (select from directory.service_at_location x where x.location_id = asked and directory.shows_service(x.service_id)));
end $$;
-- A place whose door may be known.
create function directory.opens_location(asked uuid) returns boolean language plpgsql stable parallel safe set search_path = '' as $$
begin
  return exists (select from directory.location l where l.id = asked and not l.confidential) and directory.shows_location(asked);
end $$;
create function directory.shows_service_at_location(asked uuid, open boolean default false) returns boolean
  language plpgsql stable parallel safe set search_path = '' as $$
declare
  x directory.service_at_location;
begin
  select * into x from directory.service_at_location where id = asked;
  return found and directory.shows_service(x.service_id)
    and case when open then directory.opens_location(x.location_id) else directory.shows_location(x.location_id) end;
end $$;
create function directory.shows_contact(asked uuid) returns boolean language plpgsql stable parallel safe set search_path = '' as $$
begin
  return exists (
    select from directory.contact c where c.id = asked and c.published
      and (c.organization_id is null or directory.shows_organization(c.organization_id))
      and (c.service_id is null or directory.shows_service(c.service_id))
      and (c.location_id is null or directory.opens_location(c.location_id))
      and (c.service_at_location_id is null or directory.shows_service_at_location(c.service_at_location_id, true)));
end $$;
create function directory.shows_phone(asked uuid) returns boolean language plpgsql stable parallel safe set search_path = '' as $$
begin
  return exists (
    select from directory.phone p where p.id = asked
      and (p.contact_id is null or directory.shows_contact(p.contact_id))
      and (p.organization_id is null or directory.shows_organization(p.organization_id))
      and (p.service_id is null or directory.shows_service(p.service_id))
      and (p.location_id is null or directory.opens_location(p.location_id))
      and (p.service_at_location_id is null or directory.shows_service_at_location(p.service_at_location_id, true)));
end $$;
create function directory.shows_attribute_of(entity text, asked uuid) returns boolean language plpgsql stable parallel safe set search_path = '' as $$
begin
  case entity
    when 'service' then return directory.shows_service(asked);
    when 'organization' then return directory.shows_organization(asked);
    when 'location' then return directory.opens_location(asked);
    when 'service_at_location' then return directory.shows_service_at_location(asked, true);
    when 'contact' then return directory.shows_contact(asked);
    when 'phone' then return directory.shows_phone(asked);
    when 'program' then return exists (select from directory.public_program x where x.id = asked);
    when 'address' then return exists (select from directory.public_address x where x.id = asked);
    when 'accessibility' then return exists (select from directory.public_accessibility x where x.id = asked);
    when 'schedule' then return exists (select from directory.public_schedule x where x.id = asked);
    when 'service_area' then return exists (select from directory.public_service_area x where x.id = asked);
    when 'language' then return exists (select from directory.public_language x where x.id = asked);
    when 'required_document' then return exists (select from directory.public_required_document x where x.id = asked);
    when 'cost_option' then return exists (select from directory.public_cost_option x where x.id = asked);
    when 'service_capacity' then return exists (select from directory.public_service_capacity x where x.id = asked);
    when 'funding' then return exists (select from directory.public_funding x where x.id = asked);
    when 'organization_identifier' then return exists (select from directory.public_organization_identifier x where x.id = asked);
    when 'url' then return exists (select from directory.public_url x where x.id = asked);
    when 'unit' then return exists (select from directory.unit x where x.id = asked);
    else return false;
  end case;
end $$;

create view directory.public_organization as
  select o.id, o.name, o.alternate_name, o.description, o.email, o.website, o.tax_status, o.tax_id, o.year_incorporated, o.legal_status,
    o.logo, o.uri, case when directory.shows_organization(o.parent_organization_id) then o.parent_organization_id end as parent_organization_id,
    o.organization_type, o.commune_code, o.last_modified
  from directory.organization o where o.vanished_at is null and not o.is_demonstration;
create view directory.public_program as
  select p.id, p.organization_id, p.name, p.alternate_name, p.description
  from directory.program p where directory.shows_organization(p.organization_id);
create view directory.public_service as
  select s.id, s.organization_id, s.program_id, s.name, s.alternate_name, s.description, s.url, s.email, s.status, s.interpretation_services,
    s.application_process, s.fees_description, s.wait_time, s.fees, s.accreditations, s.eligibility_description, s.minimum_age, s.maximum_age,
    s.assured_date, s.licenses, s.alert, s.to_be_confirmed, s.source_year, s.source_url, s.last_modified
  from directory.service s
  join directory.organization o on o.id = s.organization_id and o.vanished_at is null and not o.is_demonstration
  where s.published and s.vanished_at is null and s.status in ('active', 'temporarily closed');
-- Those that were offered once: whoever keeps a copy learns that they ended, and nothing else.
create view directory.ended_service as
  select s.id, case when s.vanished_at is not null or o.vanished_at is not null then 'defunct' else s.status end as status,
    greatest(s.last_modified, s.vanished_at, o.vanished_at) as last_modified
  from directory.service s join directory.organization o on o.id = s.organization_id and not o.is_demonstration
  where s.published and (s.vanished_at is not null or o.vanished_at is not null or s.status in ('inactive', 'defunct'));
create view directory.public_location as
  select l.id, l.location_type, case when not l.confidential then l.url end as url, l.organization_id, l.name,
    case when not l.confidential then l.alternate_name end as alternate_name, case when not l.confidential then l.description end as description,
    case when not l.confidential then l.transportation end as transportation, case when not l.confidential then l.latitude end as latitude,
    case when not l.confidential then l.longitude end as longitude, case when not l.confidential then l.external_identifier end as external_identifier,
    case when not l.confidential then l.external_identifier_type end as external_identifier_type, l.commune_code, l.confidential
  from directory.location l where l.vanished_at is null and directory.shows_location(l.id);
create view directory.public_address as
  select a.id, a.location_id, a.attention, a.address_1, a.address_2, a.city, a.region, a.state_province, a.postal_code, a.country, a.address_type
  from directory.address a where directory.opens_location(a.location_id);
create view directory.public_accessibility as
  select a.id, a.location_id, a.description, a.details, a.url from directory.accessibility a where directory.opens_location(a.location_id);
create view directory.public_service_at_location as
  select x.id, x.service_id, x.location_id, case when not l.confidential then x.description end as description, s.last_modified
  from directory.service_at_location x join directory.service s on s.id = x.service_id join directory.location l on l.id = x.location_id
  where directory.shows_service_at_location(x.id);
create view directory.public_service_area as
  select x.id, x.service_id, x.service_at_location_id, x.name, x.description, x.extent, x.extent_type, x.uri, x.territory_code
  from directory.service_area x
  where (x.service_id is null or directory.shows_service(x.service_id))
    and (x.service_at_location_id is null or directory.shows_service_at_location(x.service_at_location_id, true));
create view directory.public_contact as
  select c.id, c.organization_id, c.service_id, c.service_at_location_id, c.location_id, c.name, c.title, c.department, c.email, c.published
  from directory.contact c where c.published and directory.shows_contact(c.id);
create view directory.public_phone as
  select p.id, p.location_id, p.service_id, p.organization_id, p.contact_id, p.service_at_location_id, p.number, p.extension, p.type, p.description
  from directory.phone p where directory.shows_phone(p.id);
create view directory.public_schedule as
  select x.id, x.service_id, x.location_id, x.service_at_location_id, x.valid_from, x.valid_to, x.dtstart, x.timezone, x.until, x.count, x.wkst,
    x.freq, x.interval, x.byday, x.byweekno, x.bymonthday, x.byyearday, x.description, x.opens_at, x.closes_at, x.schedule_link, x.attending_type, x.notes
  from directory.schedule x
  where (x.service_id is null or directory.shows_service(x.service_id))
    and (x.location_id is null or directory.opens_location(x.location_id))
    and (x.service_at_location_id is null or directory.shows_service_at_location(x.service_at_location_id, true));
create view directory.public_language as
  select x.id, x.service_id, x.location_id, x.phone_id, x.name, x.code, x.note
  from directory.language x
  where (x.service_id is null or directory.shows_service(x.service_id))
    and (x.location_id is null or directory.opens_location(x.location_id))
    and (x.phone_id is null or directory.shows_phone(x.phone_id));
create view directory.public_required_document as
  select x.id, x.service_id, x.document, x.uri from directory.required_document x where directory.shows_service(x.service_id);
create view directory.public_cost_option as
  select x.id, x.service_id, x.valid_from, x.valid_to, x.option, x.currency, x.amount, x.amount_description
  from directory.cost_option x where directory.shows_service(x.service_id);
create view directory.public_service_capacity as
  select x.id, x.service_id, x.unit_id, x.available, x.maximum, x.description, x.updated
  from directory.service_capacity x where directory.shows_service(x.service_id);
create view directory.public_funding as
  select x.id, x.organization_id, x.service_id, x.source from directory.funding x
  where (x.service_id is null or directory.shows_service(x.service_id))
    and (x.organization_id is null or directory.shows_organization(x.organization_id));
create view directory.public_url as
  select x.id, x.organization_id, x.service_id, x.label, x.url from directory.url x
  where (x.service_id is null or directory.shows_service(x.service_id))
    and (x.organization_id is null or directory.shows_organization(x.organization_id));
create view directory.public_organization_identifier as
  select x.id, x.organization_id, x.identifier_scheme, x.identifier_type, x.identifier
  from directory.organization_identifier x where directory.shows_organization(x.organization_id);
create view directory.public_unit as select id, name, scheme, identifier, uri from directory.unit;
create view directory.public_taxonomy as select id, name, description, uri, version from directory.taxonomy;
create view directory.public_taxonomy_term as
  select id, code, name, description, parent_id, taxonomy, language, taxonomy_id, term_uri from directory.taxonomy_term;
create view directory.public_attribute as
  select a.id, a.link_id, a.taxonomy_term_id, a.link_type, a.link_entity, a.value, a.label from directory.attribute a
  where directory.shows_attribute_of(a.link_entity, a.link_id);
-- Earlier texts may hold what was since withdrawn, and names of staff: metadata has no public form.
grant select on directory.public_organization, directory.public_program, directory.public_service, directory.ended_service, directory.public_location,
  directory.public_address, directory.public_accessibility, directory.public_service_at_location, directory.public_service_area,
  directory.public_contact, directory.public_phone, directory.public_schedule, directory.public_language, directory.public_required_document,
  directory.public_cost_option, directory.public_service_capacity, directory.public_funding, directory.public_url,
  directory.public_organization_identifier, directory.public_unit, directory.public_taxonomy, directory.public_taxonomy_term,
  directory.public_attribute to istiqbal_app;
