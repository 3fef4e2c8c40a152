-- What a short transaction pays for each time: policies that ask once per table instead of twice, and a queue of few bytes.

-- Their bodies are parsed here, names and all, so no setting can lead them astray; a search path of their own cost as much as the look-up.
create or replace function access.acting_organization() returns uuid language sql stable security definer
  return (select m.organization_id from access.membership m
          where m.user_id = nullif(current_setting('istiqbal.user_id', true), '')::uuid and m.ended_at is null
            and m.organization_id = nullif(current_setting('istiqbal.organization_id', true), '')::uuid limit 1);
-- The organisation acted for, if the person has one of these roles there: both questions in one look-up.
create function access.acting_organization_as(variadic roles access.role[]) returns uuid language sql stable security definer
  return (select m.organization_id from access.membership m
          where m.user_id = nullif(current_setting('istiqbal.user_id', true), '')::uuid and m.ended_at is null
            and m.organization_id = nullif(current_setting('istiqbal.organization_id', true), '')::uuid
            and m.role = any (roles) limit 1);

do $$
declare t text;
begin
  foreach t in array array['people.person', 'desk.visit', 'desk.orientation', 'cases."case"', 'people.consent'] loop
    execute format('alter policy own_organization on %s
      using (organization_id = (select access.acting_organization_as(''agent'', ''cell_manager'')))
      with check (organization_id = (select access.acting_organization_as(''agent'', ''cell_manager'')))', t);
  end loop;
end $$;
alter policy both_ends_read on referrals.referral using (
  organization_id = (select access.acting_organization_as('agent', 'cell_manager'))
  or (receiver_organization_id = (select access.acting_organization_as('agent', 'cell_manager', 'partner')) and status <> 'withdrawn'));
alter policy sender_sends on referrals.referral
  with check (organization_id = (select access.acting_organization_as('agent', 'cell_manager')));
alter policy both_ends_answer on referrals.referral using (
  organization_id = (select access.acting_organization_as('agent', 'cell_manager'))
  or receiver_organization_id = (select access.acting_organization_as('agent', 'cell_manager', 'partner')));
alter policy own_organization on platform.journal using (
  organization_id = (select access.acting_organization_as('agent', 'cell_manager', 'partner')));

-- What is to be done after a change; written with it, taken in batches, gone once done. It names things and holds nothing else.
create table platform.job (
  id bigint generated always as identity primary key,
  name text not null,
  data jsonb not null,
  due_at timestamptz not null default now(),
  attempts smallint not null default 0
);
alter table platform.job enable row level security;
alter table platform.job force row level security;
-- A person's request may only add; the worker, which acts for nobody, takes.
create policy anyone_adds on platform.job for insert to istiqbal_app with check (true);
create policy worker_takes on platform.job to istiqbal_app using ((select access.acting_user()) is null);
grant select, insert, update, delete on platform.job to istiqbal_app;

create index referral_unanswered on referrals.referral (answer_due_at) where status = 'sent';

-- No query goes by it, and every change pays for it.
drop index platform.journal_organization_id_at_idx;

-- Queues of earlier versions.
do $$
begin
  if to_regclass('pgboss.job') is not null then
    grant insert on platform.job to istiqbal_owner;
    create policy owner_moves on platform.job for insert to istiqbal_owner with check (true);
    insert into platform.job (name, data) select name, data from pgboss.job
      where state in ('created', 'retry', 'active') and data ->> 'kind' <> 'referral_overdue';
    drop policy owner_moves on platform.job;
    drop schema pgboss cascade;
  end if;
end $$;

grant create on schema platform to istiqbal_counter;
set local role istiqbal_counter;
drop function platform.tell_about_referral(uuid, text);
create function platform.tell_about_referrals(referrals uuid[], kinds text[]) returns void
  language sql security definer set search_path = '' as $$
    insert into platform.notice (organization_id, kind, subject_id)
    select case told.kind when 'referral_received' then r.receiver_organization_id else r.organization_id end, told.kind, r.id
    from unnest(referrals, kinds) as told(referral, kind) join referrals.referral r on r.id = told.referral
    on conflict do nothing $$;
create function platform.tell_about_overdue_referrals() returns void
  language sql security definer set search_path = '' as $$
    insert into platform.notice (organization_id, kind, subject_id)
    select o, 'referral_overdue', r.id
    from referrals.referral r cross join lateral unnest(array[r.organization_id, r.receiver_organization_id]) o
    where r.status = 'sent' and r.answer_due_at < now()
      and not exists (select from platform.notice n
                      where n.organization_id = o and n.kind = 'referral_overdue' and n.subject_id = r.id)
    on conflict do nothing $$;
revoke execute on function platform.tell_about_referrals(uuid[], text[]), platform.tell_about_overdue_referrals() from public;
grant execute on function platform.tell_about_referrals(uuid[], text[]), platform.tell_about_overdue_referrals() to istiqbal_app;
set local role istiqbal_owner;
revoke create on schema platform from istiqbal_counter;
