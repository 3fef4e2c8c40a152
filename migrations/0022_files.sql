-- Files that belong to what people entrusted: their bytes lie sealed outside the database, their keys here under a master key that lies outside too.
create schema files;
grant usage on schema files to istiqbal_app;

create table files.file (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  user_id uuid not null,
  -- Of what the device sent, so that sending it again is known; what is kept was written anew.
  sent_sha256 text not null check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('image/jpeg', 'application/pdf')),
  size integer not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Where the sealed bytes lie, and the file's own key under the master key of that name. Without this row nobody can read them.
  blob uuid not null unique,
  key_id text not null,
  wrapped_key bytea not null,
  sent_at timestamptz not null default now(),
  -- Null: it waits to be attached to something, for a day.
  bound_at timestamptz
);
create index on files.file (sent_at) where bound_at is null;
alter table files.file enable row level security;
alter table files.file force row level security;
create policy owner on files.file to istiqbal_owner using (true) with check (true);
-- Until it is attached, the person who sent it; from then on those who see what it is attached to, by a policy of that room.
create policy waits_for_sender on files.file to istiqbal_app
  using (organization_id = (select access.acting_organization_as('agent', 'cell_manager'))
         and user_id = (select access.acting_user()) and bound_at is null)
  with check (organization_id = (select access.acting_organization_as('agent', 'cell_manager')) and user_id = (select access.acting_user()));
grant select, insert, delete, update (bound_at) on files.file to istiqbal_app;

-- Asked by the policies of rooms that attach files: a look past the policies of this table, which may in turn look at theirs.
create function files.waits_for_me(file uuid) returns boolean language sql stable security definer
  return exists (select from files.file f
                 where f.id = file and f.bound_at is null and f.user_id = nullif(current_setting('istiqbal.user_id', true), '')::uuid
                   and f.organization_id = nullif(current_setting('istiqbal.organization_id', true), '')::uuid);
-- The clock acts for nobody, so it goes through these doors.
create function files.forget_unattached() returns void language sql security definer set search_path = ''
  begin atomic
    delete from files.file where bound_at is null and sent_at < now() - interval '1 day';
  end;
create function files.without_key(blobs uuid[]) returns setof uuid language sql stable security definer set search_path = ''
  begin atomic
    select b from unnest(blobs) b where not exists (select from files.file f where f.blob = b);
  end;
revoke execute on all functions in schema files from public;
grant execute on all functions in schema files to istiqbal_app;

------------------------------------------------------------------------------------------ cases
create table cases.attachment (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  case_id uuid not null references cases."case",
  -- Null once it is removed: the bytes are gone, that they were here is not.
  file_id uuid unique references files.file on delete set null,
  kind text not null check (kind in ('photo', 'document')),
  title text not null,
  restricted boolean not null,
  attached_by uuid not null,
  attached_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  removal_reason text,
  check ((removed_at is null) = (removal_reason is null) and (removed_at is null) = (removed_by is null))
);
create index on cases.attachment (case_id);
alter table cases.attachment enable row level security;
alter table cases.attachment force row level security;
-- As for notes: what is about health or protection is seen by its author, by who follows the case and by those entrusted with it.
do $$
declare act text;
begin
  foreach act in array array['select', 'update'] loop
    execute format('create policy own_organization_%1$s on cases.attachment for %1$s to istiqbal_app using (
      organization_id = (select access.acting_organization_as(''agent'', ''cell_manager''))
      and (not restricted or attached_by = (select access.acting_user()) or (select access.may_read_restricted())
           or exists (select from cases."case" c where c.id = case_id and c.assigned_to = (select access.acting_user()))))', act);
  end loop;
end $$;
create policy own_organization_attaches on cases.attachment for insert to istiqbal_app with check (
  organization_id = (select access.acting_organization_as('agent', 'cell_manager'))
  and attached_by = (select access.acting_user()) and files.waits_for_me(file_id)
  and exists (select from cases."case" c where c.id = case_id));
grant select, insert, update (removed_by, removed_at, removal_reason) on cases.attachment to istiqbal_app;

create policy attached_to_case on files.file for select to istiqbal_app
  using (exists (select from cases.attachment a where a.file_id = file.id));
create policy removed_from_case on files.file for delete to istiqbal_app
  using (exists (select from cases.attachment a where a.file_id = file.id));
