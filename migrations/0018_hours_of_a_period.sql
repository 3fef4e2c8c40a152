-- Hours that hold between their own two dates instead of the week's: a summer timetable, the months of works.
alter table directory.schedule drop constraint schedule_season_check,
  add constraint schedule_season_check check (season in ('ramadan', 'summer', 'own_dates'));
