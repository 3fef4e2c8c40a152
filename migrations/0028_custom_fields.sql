-- Questions a cell asks beside ours, without waiting for anyone: per need, in its languages, with what the law asks of personal ones.
create table desk.custom_field (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  subject text not null check (subject in ('visit', 'case', 'person')),
  -- Empty: whatever the need.
  needs text[] not null default '{}',
  kind text not null check (kind in ('text', 'choice', 'number', 'date', 'yes_no')),
  labels jsonb not null,
  -- Of a choice: [{key, labels}].
  options jsonb not null default '[]',
  sensitivity text not null check (sensitivity in ('plain', 'personal', 'sensitive')),
  retention_months smallint check (retention_months between 1 and 120),
  position smallint not null default 0,
  made_by uuid not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  check (sensitivity = 'plain' or retention_months is not null),
  check ((kind = 'choice') = (jsonb_array_length(options) > 0))
);
create index on desk.custom_field (organization_id);
create table desk.custom_value (
  organization_id uuid not null references directory.organization,
  field_id uuid not null references desk.custom_field,
  subject_id uuid not null,
  value jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (subject_id, field_id)
);
create index on desk.custom_value (field_id, set_at);

do $$
declare t text;
begin
  foreach t in array array['desk.custom_field', 'desk.custom_value'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
  end loop;
end $$;
create policy own_organization on desk.custom_field for select to istiqbal_app
  using (organization_id = (select access.acting_organization_as('agent', 'cell_manager')));
create policy head_of_cell_asks on desk.custom_field for insert to istiqbal_app
  with check (organization_id = (select access.acting_organization_as('cell_manager')));
create policy head_of_cell_changes on desk.custom_field for update to istiqbal_app
  using (organization_id = (select access.acting_organization_as('cell_manager')));
-- What is sensitive is read as restricted notes are: by who wrote it and who is entrusted.
create policy own_organization on desk.custom_value to istiqbal_app
  using (organization_id = (select access.acting_organization_as('agent', 'cell_manager'))
         and (set_by = (select access.acting_user()) or (select access.may_read_restricted())
              or exists (select from desk.custom_field f where f.id = field_id and f.sensitivity <> 'sensitive')
              or exists (select from cases."case" c where c.id = subject_id and c.assigned_to = (select access.acting_user()))))
  with check (organization_id = (select access.acting_organization_as('agent', 'cell_manager')));
grant select, insert on desk.custom_field, desk.custom_value to istiqbal_app;
grant update (labels, options, needs, position, retention_months, retired_at) on desk.custom_field to istiqbal_app;
grant update (value, set_by, set_at), delete on desk.custom_value to istiqbal_app;

-- Kept no longer than its field says. The worker acts for nobody, so it goes through this door.
grant select on desk.custom_field to istiqbal_counter;
grant select, delete on desk.custom_value to istiqbal_counter;
create policy forgotten on desk.custom_field for select to istiqbal_counter using (true);
create policy forgotten on desk.custom_value to istiqbal_counter using (true);
grant create on schema desk to istiqbal_counter;
set local role istiqbal_counter;
create function desk.forget_old_values() returns void
  language sql security definer set search_path = '' as $$
    delete from desk.custom_value v using desk.custom_field f
    where f.id = v.field_id and f.retention_months is not null and v.set_at < now() - make_interval(months => f.retention_months) $$;
-- How many of these answers there are, seen or not: what someone may not read they must not overwrite unknowingly.
create function desk.count_values(subject uuid, fields uuid[]) returns bigint
  language sql stable security definer set search_path = '' as $$
    select count(*) from desk.custom_value v where v.subject_id = subject and v.field_id = any (fields)
      and v.organization_id = access.acting_organization() $$;
revoke execute on function desk.forget_old_values(), desk.count_values(uuid, uuid[]) from public;
grant execute on function desk.forget_old_values(), desk.count_values(uuid, uuid[]) to istiqbal_app;
set local role istiqbal_owner;
revoke create on schema desk from istiqbal_counter;
