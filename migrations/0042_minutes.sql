-- What a meeting decided, numbered and followed; its minutes, written by several, validated as versions that stay.

------------------------------------------------------------------------------------------ who writes a meeting down
alter table coordination.note add foreign key (group_id) references coordination.meeting_group on delete set null;
-- The organisation that holds a meeting, its agents too.
create function coordination.holds_meeting(meeting uuid) returns boolean language sql stable as $$
  select exists (select from coordination.meeting m
    where m.id = meeting and (coordination.writes(m.organization_id) or m.organization_id = (select coordination.member())))
$$;
-- With it, while the meeting is held, those it asked: a group is often written down by one of its own.
create or replace function coordination.takes_notes(meeting uuid) returns boolean language sql stable as $$
  select coordination.holds_meeting(meeting) or exists (
    select from coordination.invitation i join coordination.meeting m on m.id = i.meeting_id
    where m.id = meeting and m.status in ('called', 'held') and i.organization_id = (select coordination.member()) and i.status <> 'declined')
$$;

------------------------------------------------------------------------------------------ decisions
create table coordination.decision (
  id uuid primary key,
  meeting_id uuid not null references coordination.meeting,
  -- In its meeting, which has a number in its body: 2026-03/4.
  number smallint not null check (number > 0),
  words jsonb not null,
  owner_id uuid references directory.organization,
  due_on date,
  status text not null default 'open' check (status in ('open', 'done', 'dropped')),
  ended_on date,
  -- What shows that it is done, or why it was dropped; and which organisation said so.
  proof text,
  ended_by uuid references directory.organization,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  unique (meeting_id, number),
  check ((status = 'open') = (ended_on is null)),
  check ((status = 'open') = (proof is null)),
  check ((status = 'open') = (ended_by is null))
);
create index on coordination.decision (owner_id);

------------------------------------------------------------------------------------------ minutes
-- What is written of a meeting as a whole stands with it: how it went, and how it goes on. Read with the minutes alone, by those who hold it.
alter table coordination.meeting add opening jsonb, add closing jsonb;
-- What is written under an item of the agenda or of a group, by the id of that.
create table coordination.minutes_part (
  id uuid primary key,
  meeting_id uuid not null references coordination.meeting on delete cascade,
  words jsonb not null default '{}'
);
create index on coordination.minutes_part (meeting_id);
create function coordination.begin_minutes_part() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into coordination.minutes_part (id, meeting_id) values (new.id, new.meeting_id) on conflict do nothing;
  return null;
end $$;
create trigger begins_minutes_part after insert on coordination.agenda_item for each row execute function coordination.begin_minutes_part();
create trigger begins_minutes_part after insert on coordination.meeting_group for each row execute function coordination.begin_minutes_part();
insert into coordination.minutes_part (id, meeting_id)
  select id, meeting_id from coordination.agenda_item union all select id, meeting_id from coordination.meeting_group;

-- What was validated, whole, as it stood then. A correction is a version of its own, with its reason.
create table coordination.minutes (
  id uuid primary key,
  meeting_id uuid not null references coordination.meeting,
  version smallint not null check (version > 0),
  content jsonb not null,
  reason text,
  organization_id uuid not null references directory.organization,
  validated_at timestamptz not null,
  created_by uuid not null,
  unique (meeting_id, version),
  check ((version = 1) = (reason is null))
);
-- A version is its own past.
create trigger append_only before update or delete on coordination.minutes for each row execute function platform.refuse_change();

------------------------------------------------------------------------------------------ who sees, who writes
do $$
declare t text;
begin
  foreach t in array array['decision', 'minutes_part', 'minutes'] loop
    execute format('alter table coordination.%I enable row level security', t);
    execute format('alter table coordination.%I force row level security', t);
    execute format('create policy owner on coordination.%I to istiqbal_owner using (true) with check (true)', t);
    execute format('grant select on coordination.%I to istiqbal_app', t);
  end loop;
  -- Those who read a meeting do not all read what is being written of it.
  foreach t in array array['decision', 'minutes_part'] loop
    execute format('create trigger keeps_past after insert or update or delete on coordination.%I for each row execute function coordination.keep_past(''id'')', t);
    execute format('create policy seen_with_%s on coordination.past for select to istiqbal_app using (
      of = %L and (select coordination.member()) is not null and exists (select from coordination.%I x where x.id = subject_id))', t, t, t);
    execute format('create policy seen_with_%s on coordination.conflict for select to istiqbal_app using (
      subject_kind = %L and (select coordination.member()) is not null and exists (select from coordination.%I x where x.id = subject_id))', t, t, t);
    execute format('create policy settled_with_%s on coordination.conflict for update to istiqbal_app using (
      subject_kind = %L and exists (select from coordination.%I x where x.id = subject_id and coordination.holds_meeting(x.meeting_id)))', t, t, t);
  end loop;
end $$;
-- Decided in public once the minutes are validated; until then it is a word of those who were there.
create policy seen on coordination.decision for select to istiqbal_app using (
  coordination.takes_notes(meeting_id) or exists (select from coordination.meeting m where m.id = meeting_id and m.status = 'validated'));
create policy own_new on coordination.decision for insert to istiqbal_app with check (coordination.runs_meeting(meeting_id));
create policy own_changed on coordination.decision for update to istiqbal_app
  using (coordination.runs_meeting(meeting_id) or owner_id = (select coordination.speaker()));
grant insert, update on coordination.decision to istiqbal_app;
create policy seen on coordination.minutes_part for select to istiqbal_app using (coordination.holds_meeting(meeting_id));
create policy own_changed on coordination.minutes_part for update to istiqbal_app using (coordination.holds_meeting(meeting_id));
grant update on coordination.minutes_part to istiqbal_app;
create policy seen on coordination.minutes for select to istiqbal_app using (exists (select from coordination.meeting m where m.id = meeting_id));
create policy own_new on coordination.minutes for insert to istiqbal_app with check (
  organization_id = (select coordination.speaker()) and coordination.runs_meeting(meeting_id));
grant insert on coordination.minutes to istiqbal_app;

------------------------------------------------------------------------------------------ publishing
-- A finding and a meeting have a kind of their own, which stood in the way of the one that is asked for.
create or replace function coordination.publishing(kind text, id uuid) returns table (found boolean, "isDraft" boolean, "isOwn" boolean, already boolean)
  language sql stable as $$
  select s.status is not null, s.status = 'draft', coordination.writes(s.organization_id), coordination.is_published(publishing.id)
  from (select 1) one left join (
    select f.status, f.organization_id from coordination.finding f where publishing.kind = 'finding' and f.id = publishing.id
    union all select r.status, r.organization_id from coordination.recommendation r where publishing.kind = 'recommendation' and r.id = publishing.id
    union all select a.status, a.organization_id from coordination.action a where publishing.kind = 'action' and a.id = publishing.id
    union all select m.status, m.organization_id from coordination.meeting m where publishing.kind = 'meeting' and m.id = publishing.id) s on true
$$;
