-- What HSDS is told of hours that hold for a season only, of the papers of each procedure, and of the room that is left.

------------------------------------------------------------------------------------------ seasons
-- True: the calendar says when these hours hold, not the row itself.
alter table directory.schedule add dates_of_season boolean not null
  generated always as (season is not null and valid_from is null and valid_to is null) stored;
-- The season that runs or comes next, or else the last one.
create function directory.day_of_season(season text, last boolean) returns date language sql stable set search_path = '' as $$
  select case when last then p.last_day else p.first_day end from directory.calendar_period p where p.kind = season and not p.removed
  order by p.last_day < directory.today(), abs(p.last_day - directory.today()) limit 1
$$;
-- Whoever does not know our seasons reads dates, and hours without dates as those of all year: where no date is known, they are over.
create or replace view directory.public_schedule as
  select x.id, x.service_id, x.location_id, x.service_at_location_id,
    case when x.dates_of_season then coalesce(directory.day_of_season(x.season, false), '1970-01-01') else x.valid_from end as valid_from,
    case when x.dates_of_season then coalesce(directory.day_of_season(x.season, true), '1970-01-01') else x.valid_to end as valid_to,
    x.dtstart, x.timezone, x.until, x.count, x.wkst,
    x.freq, x.interval, x.byday, x.byweekno, x.bymonthday, x.byyearday, x.description, x.opens_at, x.closes_at, x.schedule_link, x.attending_type, x.notes,
    x.season, x.dates_of_season, x.by_appointment, x.open_on_holidays
  from directory.schedule x
  where (x.service_id is null or directory.shows_service(x.service_id))
    and (x.location_id is null or directory.opens_location(x.location_id))
    and (x.service_at_location_id is null or directory.shows_service_at_location(x.service_at_location_id, true));
create or replace view directory.public_required_document as
  select x.id, x.service_id, x.document, x.uri, x.procedure from directory.required_document x where directory.shows_service(x.service_id);

------------------------------------------------------------------------------------------ room that is left
-- The one unit that every installation has: a capacity that comes from another one is counted in it too.
insert into directory.unit (id, name, identifier) values ('0d9f8c1e-52b7-5c0e-9d6a-7a3c41f0b2e5', 'Places', 'istiqbal:places');
alter table directory.service_capacity
  -- what an organisation said of its room; null: a plain figure of a source
  add state text check (state in ('places', 'some_places', 'waiting_list', 'closed')),
  add until date;
create index on directory.availability (until) where until is not null;
-- What an organisation says of its room here is its capacity for others. What came from others was said again in its own table.
create view directory.told_capacity as
  select x.id, x.service_id, x.unit_id, x.available, x.maximum, x.description, x.updated, x.state, x.until
  from directory.service_capacity x where x.state is null
  union all
  select md5('availability ' || a.service_id)::uuid, a.service_id, '0d9f8c1e-52b7-5c0e-9d6a-7a3c41f0b2e5',
    case when a.state = 'places' then coalesce(a.places, 1) else 0 end, null, null, a.updated_at,
    case when a.state = 'places' and a.places is null then 'some_places' else a.state end, a.until
  from directory.availability a where coalesce(a.until >= directory.today(), true);
create or replace view directory.public_service_capacity as
  select x.id, x.service_id, x.unit_id, x.available, x.maximum, x.description, x.updated, x.state, x.until
  from directory.told_capacity x where directory.shows_service(x.service_id);
-- The later word counts, whether it was said here or came with an import.
create function directory.take_availability() returns trigger language plpgsql set search_path = '' as $$
begin
  insert into directory.availability as a (service_id, state, places, until, updated_at)
  values (new.service_id, case new.state when 'some_places' then 'places' else new.state end,
    case new.state when 'places' then least(greatest(round(new.available), 0), 100000)::integer end, new.until, new.updated)
  on conflict (service_id) do update set state = excluded.state, places = excluded.places, until = excluded.until, updated_at = excluded.updated_at
    where a.updated_at < excluded.updated_at;
  return null;
end $$;
create trigger takes_availability after insert or update of available, state, until, updated on directory.service_capacity
  for each row when (new.state is not null) execute function directory.take_availability();
create function directory.drop_availability() returns trigger language plpgsql set search_path = '' as $$
begin
  delete from directory.availability where service_id = old.service_id and updated_at = old.updated;
  return null;
end $$;
create trigger drops_availability after delete on directory.service_capacity
  for each row when (old.state is not null) execute function directory.drop_availability();

------------------------------------------------------------------------------------------ lists
-- The same rows, joined by their keys: a page of a hundred thousand asks no function for each of them.
create or replace view directory.public_service_at_location as
  select x.id, x.service_id, x.location_id, case when not l.confidential then x.description end as description, s.last_modified
  from directory.service_at_location x
  join directory.service s on s.id = x.service_id
  join directory.organization o on o.id = s.organization_id
  join directory.location l on l.id = x.location_id
  left join directory.organization lo on lo.id = l.organization_id
  where s.published and s.vanished_at is null and s.status in ('active', 'temporarily closed')
    and o.vanished_at is null and not o.is_demonstration
    and l.vanished_at is null and (lo.id is null or (lo.vanished_at is null and not lo.is_demonstration));
-- What is told changes by itself on some days: when a season has ended, and after the last day of what was said of the room.
create view directory.told_version as
  select v.number, greatest(v.changed_at, (greatest(
    (select max(p.last_day) from directory.calendar_period p where p.kind <> 'holiday' and not p.removed and p.last_day < directory.today()),
    (select max(a.until) from directory.availability a where a.until < directory.today())) + 1)::timestamp
    at time zone coalesce((select c.timezone from directory.calendar c), 'UTC')) as changed_at
  from directory.version v;
grant select on directory.told_version to istiqbal_app;
