-- Those who raised, endorsed, said or promised something are told when it moves, and whoever owns what is late is asked, by mail.
-- To whom one writes is read here alone: the tables of people stay shut to what runs for nobody.
create policy owner_writes_to on access."user" for select to istiqbal_owner using (true);
create policy owner_tells on platform.journal for select to istiqbal_owner using (subject_kind in ('finding', 'recommendation', 'action'));

------------------------------------------------------------------------------------------ what a person is told
-- Who said the word of the organisation that was asked.
alter table coordination.commitment add answered_by uuid;
-- A person's own choice, over what follows from what they said: to be told of a thing, or no more.
create table coordination.follow (
  user_id uuid not null references access."user" on delete cascade,
  subject_kind text not null check (subject_kind in ('finding', 'recommendation', 'action')),
  subject_id uuid not null,
  follows boolean not null,
  chosen_at timestamptz not null default now(),
  primary key (user_id, subject_id)
);
-- How often, and up to when a person was told.
create table coordination.digest (
  user_id uuid primary key references access."user" on delete cascade,
  rhythm text not null default 'daily' check (rhythm in ('daily', 'weekly', 'off')),
  told_until timestamptz not null default now()
);
do $$
declare t text;
begin
  foreach t in array array['follow', 'digest'] loop
    execute format('alter table coordination.%I enable row level security', t);
    execute format('alter table coordination.%I force row level security', t);
    execute format('create policy owner on coordination.%I to istiqbal_owner using (true) with check (true)', t);
    execute format('create policy own on coordination.%I to istiqbal_app using (user_id = (select access.acting_user()) and (select coordination.member()) is not null)', t);
    execute format('grant select, insert, update on coordination.%I to istiqbal_app', t);
  end loop;
end $$;
create index on coordination.endorsement (said_by);
create index on coordination.comment (said_by);
create index on coordination.finding (created_by);
create index on coordination.finding_source (created_by);
create index on coordination.recommendation (created_by);
create index on coordination.action (created_by);
create index on coordination.commitment (created_by);
create index on coordination.commitment (answered_by);

-- What a person is told of: what they raised, wrote, endorsed, said something of, promised or follow, what came of it, and what that became.
create function coordination.followed_by(person uuid) returns table (kind text, id uuid) language sql stable as $$
  with said as (
    select 'finding' as kind, f.id from coordination.finding f where f.created_by = person
    union select 'finding', s.finding_id from coordination.finding_source s where s.created_by = person
    union select 'recommendation', r.id from coordination.recommendation r where r.created_by = person
    union select 'action', a.id from coordination.action a where a.created_by = person
    union select 'action', c.action_id from coordination.commitment c where person in (c.created_by, c.answered_by)
    union select e.subject_kind, e.subject_id from coordination.endorsement e where e.said_by = person
    union select c.subject_kind, c.subject_id from coordination.comment c where c.said_by = person and c.withdrawn_at is null
    union select w.subject_kind, w.subject_id from coordination.follow w where w.user_id = person and w.follows),
  found as (select s.id from said s where s.kind = 'finding'
    union select f.merged_into from said s join coordination.finding f on f.id = s.id where s.kind = 'finding' and f.merged_into is not null),
  asked as (select s.id from said s where s.kind = 'recommendation'
    union select x.recommendation_id from found f join coordination.recommendation_finding x on x.finding_id = f.id),
  merged as (select a.id from asked a union select r.merged_into from asked a join coordination.recommendation r on r.id = a.id where r.merged_into is not null),
  done as (select s.id from said s where s.kind = 'action'
    union select x.action_id from merged m join coordination.action_recommendation x on x.recommendation_id = m.id)
  select t.kind, t.id from (
    select 'finding' as kind, f.id from found f union select 'recommendation', m.id from merged m union select 'action', d.id from done d) t
  where not exists (select from coordination.follow w where w.user_id = person and w.subject_id = t.id and not w.follows)
$$;

------------------------------------------------------------------------------------------ asking those who own it
-- Asked by mail how it goes with an action, with a link that answers once without signing in.
create table coordination.reminder (
  id uuid primary key default gen_random_uuid(),
  action_id uuid not null references coordination.action on delete cascade,
  organization_id uuid not null references directory.organization,
  sent_at timestamptz not null,
  answered_at timestamptz
);
create index on coordination.reminder (action_id, organization_id, sent_at);
alter table coordination.reminder enable row level security;
alter table coordination.reminder force row level security;
create policy owner on coordination.reminder to istiqbal_owner using (true) with check (true);
-- Those whose it is see that they were asked.
create policy seen on coordination.reminder for select to istiqbal_app using (organization_id = (select coordination.speaker()));
grant select on coordination.reminder to istiqbal_app;

-- An answer to such a link is the organisation's word, and no person's: it is shown as what it is.
alter table coordination.news
  alter created_by drop not null,
  add reminder_id uuid references coordination.reminder,
  add answer text check (answer in ('on_track', 'proof_follows', 'blocked', 'new_date')),
  add new_date date,
  add check ((created_by is null) = (reminder_id is not null)),
  add check ((answer is null) = (reminder_id is null)),
  add check ((answer = 'new_date') = (new_date is not null));

-- What waits for each organisation of an action that runs: its steps past their day or within a week, and silence longer than the action's rhythm.
create function coordination.awaited(of_action uuid default null) returns table (action_id uuid, organization_id uuid, is_silent boolean, steps jsonb)
  language sql stable as $$
  select a.id, o.id, o.id = a.organization_id and a.status = 'under_way' and a.moved_at < now() - a.rhythm_days * interval '1 day',
    coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'dueOn', s.due_on, 'isMilestone', s.is_milestone,
                'isLate', s.due_on < directory.today()) order by s.due_on, s.position)
              from coordination.step s where s.action_id = a.id and s.ending is null and s.due_on <= directory.today() + 7
                and coalesce(s.organization_id, a.organization_id) = o.id), '[]')
  from coordination.action a
  cross join lateral (select a.organization_id as id union select s.organization_id from coordination.step s where s.action_id = a.id) o
  where (of_action is null or a.id = of_action) and a.status in ('proposed', 'under_way') and o.id is not null
$$;

-- Whom to ask now: up to three who speak for the organisation, once in fourteen days, in the morning of the region.
-- What is taken here is asked in the same transaction.
create function coordination.take_reminders(at timestamptz) returns table (
    reminder_id uuid, email text, language text, organization text, action_title jsonb, is_silent boolean, steps jsonb)
  language sql security definer set search_path = '' as $$
  with due as (
    select w.* from coordination.awaited() w
    where access.acting_user() is null and (w.is_silent or w.steps <> '[]') and extract(hour from directory.wall_clock(at)) >= 7
      and not exists (select from coordination.reminder r
                      where r.action_id = w.action_id and r.organization_id = w.organization_id and r.sent_at > at - interval '14 days')
    limit 200),
  taken as (
    insert into coordination.reminder (action_id, organization_id, sent_at) select d.action_id, d.organization_id, at from due d
    returning id, action_id, organization_id)
  select t.id, p.email, p.language, directory.name_in(p.language, o.id, o.name), a.title, d.is_silent, d.steps
  from taken t join due d using (action_id, organization_id)
  join coordination.action a on a.id = t.action_id join directory.organization o on o.id = t.organization_id
  cross join lateral (
    select u.email, u.language from access.membership m join access."user" u on u.id = m.user_id
    where m.organization_id = t.organization_id and m.ended_at is null
      and m.role in ('cell_manager', 'partner', 'plan_officer', 'project_holder', 'programme', 'coordinator')
    order by m.created_at, u.id limit 3) p
$$;

-- What the holder of a link that was verified sees: what is asked, and how its steps are counted.
create function coordination.asked_by_link(reminder uuid, language text) returns table (
    action_id uuid, title jsonb, organization text, is_silent boolean, awaited jsonb, steps jsonb, answered_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select a.id, a.title, directory.name_in(asked_by_link.language, o.id, o.name), coalesce(w.is_silent, false), coalesce(w.steps, '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'weight', s.weight, 'ending', s.ending, 'isMilestone', s.is_milestone,
        'isProven', exists (select from coordination.proof p where p.step_id = s.id and p.withdrawn_at is null)))
      from coordination.step s where s.action_id = a.id), '[]'), r.answered_at
  from coordination.reminder r join coordination.action a on a.id = r.action_id join directory.organization o on o.id = r.organization_id
  left join coordination.awaited(r.action_id) w on w.organization_id = r.organization_id
  where access.acting_user() is null and r.id = reminder and a.status in ('proposed', 'under_way') and o.vanished_at is null
$$;

-- The organisation's word by the link it was sent, once. False where there is nothing to answer any more.
create function coordination.answer_by_link(reminder uuid, told text, said text, of_step uuid, day date, came double precision) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  r coordination.reminder;
  own boolean;
begin
  if access.acting_user() is not null then return false; end if;
  update coordination.reminder x set answered_at = now()
    where x.id = reminder and x.answered_at is null
      and exists (select from coordination.action a where a.id = x.action_id and a.status in ('proposed', 'under_way'))
    returning * into r;
  if not found then return false; end if;
  perform from coordination.action a where a.id = r.action_id for update;
  own := exists (select from coordination.step s join coordination.action a on a.id = s.action_id
    where s.id = of_step and s.action_id = r.action_id and s.ending is null and coalesce(s.organization_id, a.organization_id) = r.organization_id);
  if told = 'proof_follows' and own then
    update coordination.step s set ending = 'done', ended_on = directory.today() where s.id = of_step;
    update coordination.action a set progress = came, declared_progress = null where a.id = r.action_id;
  elsif told = 'new_date' and own then
    update coordination.step s set due_on = day where s.id = of_step;
  elsif told = 'blocked' then
    insert into coordination.blocker (id, action_id, organization_id, kind, words) values (gen_random_uuid(), r.action_id, r.organization_id, 'blocker', said);
  end if;
  insert into coordination.news (id, action_id, organization_id, words, reminder_id, answer, new_date)
    values (gen_random_uuid(), r.action_id, r.organization_id, said, r.id, told, case when told = 'new_date' then day end);
  update coordination.action a set moved_at = greatest(a.moved_at, now()) where a.id = r.action_id;
  return true;
end $$;

------------------------------------------------------------------------------------------ one letter a day
-- What moved since each person was last told, from the morning of the region on. Who did it is not told, and what a person did is not told to them.
create function coordination.take_digests(at timestamptz) returns table (user_id uuid, email text, language text, rhythm text, moves jsonb)
  language sql security definer set search_path = '' as $$
  with person as (
    select u.id, u.email, u.language, coalesce(d.rhythm, 'daily') as rhythm, coalesce(d.told_until, greatest(u.created_at, at - interval '3 days')) as since,
      -- A change counts as of its beginning: those still being written are told with the next letter.
      at - interval '1 minute' as until
    from access."user" u left join coordination.digest d on d.user_id = u.id
    where access.acting_user() is null and coalesce(d.rhythm, 'daily') <> 'off' and extract(hour from directory.wall_clock(at)) >= 7
      and (d.told_until is null
           or directory.wall_clock(d.told_until)::date <= directory.wall_clock(at)::date - case d.rhythm when 'weekly' then 7 else 1 end)
      and exists (select from access.membership m where m.user_id = u.id and m.ended_at is null and m.role <> 'administrator')
    order by d.told_until nulls first limit 500),
  taken as (
    insert into coordination.digest as d (user_id, told_until) select p.id, p.until from person p
    on conflict on constraint digest_pkey do update set told_until = excluded.told_until returning d.user_id)
  select p.id, p.email, p.language, p.rhythm, m.moves from person p join taken t on t.user_id = p.id cross join lateral (
    select jsonb_agg(jsonb_build_object('kind', j.kind, 'subjectKind', w.kind, 'subjectId', w.id, 'title', s.title) order by j.at, j.kind) as moves
    from coordination.followed_by(p.id) w
    join lateral (
      select f.title from coordination.finding f where w.kind = 'finding' and f.id = w.id and f.status <> 'draft'
      union all select r.title from coordination.recommendation r where w.kind = 'recommendation' and r.id = w.id and r.status <> 'draft'
      union all select a.title from coordination.action a where w.kind = 'action' and a.id = w.id and a.status <> 'draft') s on true
    join lateral (
      select l.kind, l.at from platform.journal l where l.subject_id = w.id and l.subject_kind = w.kind and l.user_id <> p.id
      union all select case n.answer when 'blocked' then 'blocker_told' when 'proof_follows' then 'step_done' else 'news_told' end, n.created_at
      from coordination.news n where w.kind = 'action' and n.action_id = w.id and n.reminder_id is not null) j
      on j.at > p.since and j.at <= p.until
    where j.kind in ('finding_said_again', 'finding_merged', 'recommendation_proposed', 'recommendation_adopted', 'recommendation_rejected',
      'recommendation_merged', 'recommendation_done', 'recommendation_dropped', 'recommendation_taken_up', 'recommendation_let_go', 'action_proposed',
      'action_under_way', 'action_done', 'action_abandoned', 'commitment_made', 'commitment_offered', 'commitment_committed', 'commitment_declined', 'commitment_withdrawn', 'step_done',
      'step_dropped', 'proof_added', 'news_told', 'blocker_told', 'blocker_closed', 'published')) m
  where m.moves is not null
$$;
-- By the link of a letter: how often, or not at all.
create function coordination.digest_by_link(person uuid, wish text default null) returns text
  language plpgsql security definer set search_path = '' as $$
begin
  if access.acting_user() is not null or not exists (select from access."user" u where u.id = person) then return null; end if;
  if wish is not null then
    insert into coordination.digest as d (user_id, rhythm) values (person, wish)
    on conflict on constraint digest_pkey do update set rhythm = excluded.rhythm, told_until = case when d.rhythm = 'off' then now() else d.told_until end;
  end if;
  return coalesce((select d.rhythm from coordination.digest d where d.user_id = person), 'daily');
end $$;
revoke execute on function coordination.take_reminders(timestamptz), coordination.asked_by_link(uuid, text),
  coordination.answer_by_link(uuid, text, text, uuid, date, double precision), coordination.take_digests(timestamptz),
  coordination.digest_by_link(uuid, text) from public;
grant execute on function coordination.take_reminders(timestamptz), coordination.asked_by_link(uuid, text),
  coordination.answer_by_link(uuid, text, text, uuid, date, double precision), coordination.take_digests(timestamptz),
  coordination.digest_by_link(uuid, text) to istiqbal_app;
