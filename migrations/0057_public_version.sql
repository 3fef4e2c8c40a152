-- Whenever something changes that everybody may read of the thread or of the plans, this moves on, so that pages that are kept know.
create table coordination.version (
  one boolean primary key default true check (one),
  number bigint not null default 0
);
insert into coordination.version default values;
alter table coordination.version enable row level security, force row level security;
create policy owner on coordination.version to istiqbal_owner using (true) with check (true);
create policy seen on coordination.version for select to istiqbal_app using (true);
grant select on coordination.version to istiqbal_app;

-- Once a transaction, as it ends: whoever waits for the row holds it no longer than the commit, and waits for nothing else any more.
create function coordination.move_on() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if current_setting('istiqbal.thread_moved', true) is distinct from pg_current_xact_id()::text then
    update coordination.version set number = number + 1;
    perform set_config('istiqbal.thread_moved', pg_current_xact_id()::text, true);
  end if;
  return null;
end $$;
do $$
declare watched text;
begin
  foreach watched in array array['coordination.publication', 'coordination.body', 'coordination.meeting', 'coordination.agenda_item', 'coordination.minutes', 'coordination.decision', 'coordination.finding',
    'coordination.recommendation', 'coordination.recommendation_finding', 'coordination.action', 'coordination.action_recommendation',
    'coordination.commitment', 'coordination.step', 'coordination.proof', 'coordination.endorsement', 'plans.publication']
  loop
    execute format('create constraint trigger moves_on after insert or update or delete on %s deferrable initially deferred
      for each row execute function coordination.move_on()', watched);
  end loop;
end $$;
