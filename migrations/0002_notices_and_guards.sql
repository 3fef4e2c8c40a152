-- What was shared is frozen: it can be wiped when consent is withdrawn, never altered.
create function referrals.keep_shared() returns trigger language plpgsql as $$
begin
  if new.shared is distinct from old.shared and new.shared <> '{}'::jsonb then
    raise exception 'what was shared cannot be altered' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_shared before update on referrals.referral for each row execute function referrals.keep_shared();

-- A line on an organisation's screen: what happened, never about whom.
create table platform.notice (
  id bigint generated always as identity primary key,
  organization_id uuid not null references directory.organization,
  kind text not null,
  subject_id uuid not null,
  at timestamptz not null default now(),
  unique (organization_id, kind, subject_id)
);
alter table platform.notice enable row level security;
alter table platform.notice force row level security;
create policy own_organization on platform.notice for select to istiqbal_app
  using (organization_id = (select access.acting_organization()));
grant select on platform.notice to istiqbal_app;

-- The job worker writes notices through this door only; nobody signs in as istiqbal_counter.
grant select, insert on platform.notice to istiqbal_counter;
create policy told on platform.notice to istiqbal_counter using (true) with check (true);
grant create on schema platform to istiqbal_counter;
set local role istiqbal_counter;
create function platform.tell_about_referral(referral uuid, kind text) returns void
  language sql security definer set search_path = '' as $$
    insert into platform.notice (organization_id, kind, subject_id)
    select o, kind, r.id from referrals.referral r
    cross join lateral unnest(case kind
      when 'referral_received' then array[r.receiver_organization_id]
      when 'referral_answered' then array[r.organization_id]
      else array[r.organization_id, r.receiver_organization_id] end) o
    where r.id = referral and (kind <> 'referral_overdue' or r.status = 'sent')
    on conflict do nothing $$;
revoke execute on function platform.tell_about_referral(uuid, text) from public;
grant execute on function platform.tell_about_referral(uuid, text) to istiqbal_app;
set local role istiqbal_owner;
revoke create on schema platform from istiqbal_counter;
