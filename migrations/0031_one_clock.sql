-- The zones of PostgreSQL are as old as its release, and a country changes its clocks at short notice: Morocco left UTC+1 in 2026. Two
-- opinions of what day it is would close a service in the search and open it on its page. The process tells what its own, newer zones say.
create table directory.clock_change (
  since timestamptz primary key,
  utc_offset interval not null
);
alter table directory.clock_change enable row level security;
alter table directory.clock_change force row level security;
create policy owner on directory.clock_change to istiqbal_owner using (true) with check (true);
create policy everybody on directory.clock_change for select using (true);
grant select on directory.clock_change to public;

-- Another zone has other changes; until the process tells them, PostgreSQL's own hold.
create function directory.forget_clock() returns trigger language plpgsql set search_path = '' as $$
begin
  delete from directory.clock_change;
  return null;
end $$;
create trigger forgets_clock after update of timezone on directory.calendar
  for each row when (old.timezone is distinct from new.timezone) execute function directory.forget_clock();

-- What the clock on the wall shows at that moment.
create function directory.wall_clock(moment timestamptz) returns timestamp language sql stable as $$
  select coalesce(
    (select moment at time zone 'UTC' + c.utc_offset from directory.clock_change c where c.since <= moment order by c.since desc limit 1),
    moment at time zone coalesce((select k.timezone from directory.calendar k), 'UTC'))
$$;
-- The moment at which it shows this.
create function directory.moment_of(wall timestamp) returns timestamptz language sql stable as $$
  select coalesce(
    (select (wall - c.utc_offset) at time zone 'UTC' from directory.clock_change c
     where c.since <= (wall - c.utc_offset) at time zone 'UTC' order by c.since desc limit 1),
    wall at time zone coalesce((select k.timezone from directory.calendar k), 'UTC'))
$$;

create or replace function directory.today() returns date language sql stable as $$ select directory.wall_clock(now())::date $$;
create or replace function directory.next_import(rhythm text) returns timestamptz language sql stable as $$
  select directory.moment_of(directory.today() + case rhythm when 'week' then 7 else 1 end + time '03:00')
$$;
create or replace view directory.told_version as
  select v.number, greatest(v.changed_at, directory.moment_of(greatest(
    (select max(p.last_day) from directory.calendar_period p where p.kind <> 'holiday' and not p.removed and p.last_day < directory.today()),
    (select max(a.until) from directory.availability a where a.until < directory.today())) + 1)) as changed_at
  from directory.version v;
