-- The dates of the year are kept by people: who changed one last, and which ones were taken back.
alter table directory.calendar_period
  -- taken back by a person; the row stays, so that loading the region again does not bring it back
  add removed boolean not null default false,
  add edited_by uuid,
  add edited_at timestamptz;
create policy editors_insert on directory.calendar_period for insert to istiqbal_app with check ((select directory.acting_editor()));
create policy editors_update on directory.calendar_period for update to istiqbal_app using ((select directory.acting_editor()));
grant insert on directory.calendar_period to istiqbal_app;
grant update (kind, first_day, last_day, names, confirmed, source_url, note, edited, removed, edited_by, edited_at)
  on directory.calendar_period to istiqbal_app;
