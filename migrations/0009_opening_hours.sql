-- Opening hours: what HSDS has no member for, and the calendar that decides when they hold.
alter table directory.schedule
  -- Hours of that time of the year, instead of those of all year. Its dates are in the calendar.
  add season text check (season in ('ramadan', 'summer')),
  add by_appointment boolean not null default false,
  add open_on_holidays boolean not null default false;
-- One service may handle several procedures, each with papers of its own.
alter table directory.required_document add procedure text;

create table directory.calendar (
  one boolean primary key default true check (one),
  -- IANA name of the clock the region lives by
  timezone text not null default 'UTC'
);
insert into directory.calendar default values;
-- Public holidays that fall on the same date each year.
create table directory.fixed_holiday (
  key text primary key,
  month smallint not null check (month between 1 and 12),
  day smallint not null check (day between 1 and 31),
  -- first year it is one; null when it always was
  since smallint,
  names jsonb not null,
  source_url text,
  edited boolean not null default false
);
-- What is announced year by year: holidays that follow the moon, Ramadan, summer hours.
create table directory.calendar_period (
  key text not null,
  year smallint not null,
  kind text not null check (kind in ('holiday', 'ramadan', 'summer')),
  first_day date not null,
  last_day date not null,
  names jsonb not null,
  -- false as long as the date is a forecast
  confirmed boolean not null,
  source_url text,
  note text,
  -- true once a person changed it here: loading the region again leaves it
  edited boolean not null default false,
  primary key (key, year),
  check (first_day <= last_day)
);
grant select on directory.calendar, directory.fixed_holiday, directory.calendar_period to istiqbal_app;
