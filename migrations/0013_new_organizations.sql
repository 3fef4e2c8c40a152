-- Editors add organisations; all that is said of them comes by the same updates as a correction.
create policy editors_add on directory.organization for insert to istiqbal_app with check ((select directory.acting_editor()));
grant insert (id, name, description) on directory.organization to istiqbal_app;
