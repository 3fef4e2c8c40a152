-- Meetings as they are prepared and held: bodies that meet again and again, agenda, groups, who is asked, who came – never a name –, papers.

------------------------------------------------------------------------------------------ bodies
-- A committee or a group that meets again and again.
create table coordination.body (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  kind text not null check (kind in ('steering_committee', 'technical_committee', 'theme_group')),
  name jsonb not null,
  themes text[] not null default '{}',
  -- How often it means to meet, in words.
  rhythm jsonb,
  ended_on date,
  created_by uuid,
  created_at timestamptz not null default now()
);

------------------------------------------------------------------------------------------ meetings
-- `held_on` is the day it is to be held on while it is prepared. The hours are those of the wall, whatever the clock will be on that day.
alter table coordination.meeting
  add body_id uuid references coordination.body,
  -- Which meeting of its body.
  add number smallint check (number > 0),
  add purpose jsonb,
  add begins time,
  add ends time,
  -- Where it is joined from afar: for those who are asked, never for the public.
  add link text,
  -- How often its day or place changed since it was called (SEQUENCE of RFC 5545).
  add sequence smallint not null default 0,
  -- Why it was cancelled.
  add reason text,
  add called_at timestamptz,
  add created_by uuid,
  add created_at timestamptz not null default now(),
  add unique (body_id, number),
  add check ((body_id is null) = (number is null)),
  add check ((begins is null) = (ends is null)),
  add check (coalesce(ended_on > held_on, false) or coalesce(ends > begins, true));
create index on coordination.meeting (organization_id);

create table coordination.meeting_group (
  id uuid primary key,
  meeting_id uuid not null references coordination.meeting on delete cascade,
  position smallint not null,
  title jsonb not null,
  theme text,
  place text,
  created_at timestamptz not null default now()
);
create index on coordination.meeting_group (meeting_id);
create table coordination.agenda_item (
  id uuid primary key,
  meeting_id uuid not null references coordination.meeting on delete cascade,
  -- Which day of a meeting of several, from 1.
  day smallint not null default 1 check (day between 1 and 31),
  position smallint not null,
  -- `group`: all groups at the same time.
  kind text not null check (kind in ('plenary', 'group', 'break')),
  title jsonb not null,
  minutes smallint not null check (minutes between 1 and 720),
  -- Who speaks, in words: a role or an organisation.
  speaker text,
  created_at timestamptz not null default now()
);
create index on coordination.agenda_item (meeting_id);

------------------------------------------------------------------------------------------ who is asked, who came
-- An organisation of the region, or somebody outside by an address: PARTSTAT of RFC 5545 for the answer.
create table coordination.invitation (
  id uuid primary key,
  meeting_id uuid not null references coordination.meeting on delete cascade,
  organization_id uuid references directory.organization,
  -- What an organisation outside is called, and where it is written to.
  words text,
  email text,
  language text not null check (language in ('fr', 'ar', 'en', 'es')),
  status text not null default 'asked' check (status in ('asked', 'accepted', 'tentative', 'declined')),
  seats smallint check (seats between 1 and 99),
  note text,
  answered_at timestamptz,
  -- A letter that waits to be written, and when the last one was.
  letter text check (letter in ('request', 'reminder', 'cancel')),
  written_at timestamptz,
  -- No letter could be written: no address is known.
  unreachable boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (meeting_id, organization_id),
  check ((organization_id is null) = (email is not null and words is not null)),
  check ((status = 'asked') = (answered_at is null))
);
create unique index on coordination.invitation (meeting_id, lower(email)) where email is not null;
create index on coordination.invitation (organization_id);
create index on coordination.invitation (letter) where letter is not null;

-- One row for one person, and no name: an organisation, a role, a sex.
create table coordination.attendance (
  id uuid primary key,
  meeting_id uuid not null references coordination.meeting on delete cascade,
  organization_id uuid references directory.organization,
  words text,
  role text,
  sex text not null check (sex in ('f', 'm', 'unsaid')),
  group_id uuid references coordination.meeting_group on delete set null,
  -- Typed from the sheet by those who hold the meeting, or by the person from the code on the wall.
  by_hand boolean not null,
  created_at timestamptz not null default now(),
  check (organization_id is null or words is null)
);
create index on coordination.attendance (meeting_id);

-- Papers of a meeting. The sheet that people signed bears their names: it stays with the organisation that holds the meeting.
create table coordination.meeting_document (
  id uuid primary key,
  meeting_id uuid not null references coordination.meeting on delete cascade,
  file_id uuid not null unique references files.file on delete cascade,
  kind text not null check (kind in ('paper', 'presentation', 'report', 'photo', 'signed_sheet')),
  title text not null,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index on coordination.meeting_document (meeting_id);

------------------------------------------------------------------------------------------ who sees, who writes
-- Whoever holds a meeting changes it until it is validated.
create function coordination.runs_meeting(meeting uuid) returns boolean language sql stable as $$
  select exists (select from coordination.meeting m where m.id = meeting and coordination.writes(m.organization_id))
$$;
create function coordination.prepares_meeting(meeting uuid) returns boolean language sql stable as $$
  select exists (select from coordination.meeting m where m.id = meeting and coordination.writes(m.organization_id) and m.status in ('draft', 'called', 'held'))
$$;
do $$
declare t text;
begin
  foreach t in array array['body', 'meeting_group', 'agenda_item', 'invitation', 'attendance', 'meeting_document'] loop
    execute format('alter table coordination.%I enable row level security', t);
    execute format('alter table coordination.%I force row level security', t);
    execute format('create policy owner on coordination.%I to istiqbal_owner using (true) with check (true)', t);
    execute format('grant select, insert, update on coordination.%I to istiqbal_app', t);
  end loop;
  foreach t in array array['meeting_group', 'agenda_item', 'invitation', 'attendance', 'meeting_document'] loop
    execute format('create policy prepares on coordination.%I for insert to istiqbal_app with check (coordination.prepares_meeting(meeting_id))', t);
    execute format('create policy prepares_change on coordination.%I for update to istiqbal_app using (coordination.prepares_meeting(meeting_id))', t);
    execute format('create policy prepares_gone on coordination.%I for delete to istiqbal_app using (coordination.prepares_meeting(meeting_id))', t);
    execute format('grant delete on coordination.%I to istiqbal_app', t);
  end loop;
  -- What a meeting shows of itself is seen with it, also by the public once it is published.
  foreach t in array array['meeting_group', 'agenda_item'] loop
    execute format('create policy seen on coordination.%I for select to istiqbal_app using (exists (select from coordination.meeting m where m.id = meeting_id))', t);
    execute format('create trigger keeps_past after insert or update or delete on coordination.%I for each row execute function coordination.keep_past(''meeting_id'')', t);
  end loop;
end $$;
create policy own_new on coordination.meeting for insert to istiqbal_app with check (organization_id = (select coordination.speaker()) and status = 'draft');
create policy own_changed on coordination.meeting for update to istiqbal_app using (coordination.writes(organization_id));
grant insert, update on coordination.meeting to istiqbal_app;

create policy seen on coordination.body for select to istiqbal_app using (
  (select coordination.member()) is not null or exists (select from coordination.meeting m where m.body_id = body.id and coordination.is_published(m.id)));
create policy own_new on coordination.body for insert to istiqbal_app with check (organization_id = (select coordination.speaker()));
create policy own_changed on coordination.body for update to istiqbal_app using (organization_id = (select coordination.speaker()));
create trigger keeps_past after insert or update or delete on coordination.body for each row execute function coordination.keep_past('id');

-- Its own answer is an organisation's, and the list is of those who ask.
create policy seen on coordination.invitation for select to istiqbal_app using (
  coordination.runs_meeting(meeting_id)
  or (organization_id = (select coordination.member()) and exists (select from coordination.meeting m where m.id = meeting_id and m.status <> 'draft')));
-- One came from an organisation of three: the rows are for those who hold the meeting; others read totals.
create policy seen on coordination.attendance for select to istiqbal_app using (coordination.runs_meeting(meeting_id));
create policy seen on coordination.meeting_document for select to istiqbal_app using (
  coordination.runs_meeting(meeting_id)
  or (kind <> 'signed_sheet' and (select coordination.member()) is not null and exists (select from coordination.meeting m where m.id = meeting_id)));
-- Its file is attached by who sent it, seen by those who see the paper, and goes with it.
alter policy prepares on coordination.meeting_document with check (coordination.prepares_meeting(meeting_id) and files.waits_for_me(file_id));
create policy of_meeting on files.file for select to istiqbal_app using (exists (select from coordination.meeting_document d where d.file_id = file.id));
create policy of_meeting_gone on files.file for delete to istiqbal_app using (
  exists (select from coordination.meeting_document d where d.file_id = file.id and coordination.prepares_meeting(d.meeting_id)));
create trigger keeps_past after insert or update or delete on coordination.meeting_document for each row execute function coordination.keep_past('meeting_id');
-- What was answered stays; an address outside the platform does not, and who came is counted, not followed.
create function coordination.keep_past_of_invitation() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  kept jsonb := to_jsonb(coalesce(new, old)) - '{email,letter,written_at,unreachable}'::text[];
begin
  insert into coordination.past (of, row_id, subject_id, user_id, kept) values ('invitation', (kept ->> 'id')::uuid, (kept ->> 'meeting_id')::uuid,
    access.acting_user(), case when tg_op = 'DELETE' then null else kept end);
  return null;
end $$;
create trigger keeps_past after insert or update of status, seats, note or delete on coordination.invitation
  for each row execute function coordination.keep_past_of_invitation();
-- Of the past of a meeting, all read what they read of the meeting.
create policy of_those_who_hold_it on coordination.past as restrictive for select to istiqbal_app using (
  of not in ('invitation', 'meeting_document') or coordination.runs_meeting(subject_id));

------------------------------------------------------------------------------------------ asking and answering
-- A letter may bring an appointment (RFC 5545), which a calendar takes over.
alter table platform.message add calendar text;
grant insert (calendar) on platform.message to istiqbal_app;
drop function platform.take_messages(integer);
create function platform.take_messages(most integer) returns table (id uuid, recipient text, subject text, body text, calendar text, tries smallint)
  language sql security definer set search_path = '' as $$
    update platform.message m set tries = m.tries + 1, due_at = now() + interval '2 minutes' * 4 ^ m.tries
    where access.acting_user() is null and m.id in (
      select q.id from platform.message q where q.state = 'queued' and q.due_at <= now() order by q.due_at limit most for update skip locked)
    returning m.id, m.recipient, m.subject, m.body, m.calendar, m.tries $$;
create or replace function platform.settle_message(message uuid, outcome text, error text) returns void
  language sql security definer set search_path = '' as $$
    update platform.message m set state = outcome, last_error = error, sent_at = case when outcome = 'sent' then now() end,
      recipient = case when outcome = 'queued' then m.recipient else '' end, subject = case when outcome = 'queued' then m.subject else '' end,
      body = case when outcome = 'queued' then m.body else '' end, calendar = case when outcome = 'queued' then m.calendar end
    where m.id = message and m.state = 'queued' and access.acting_user() is null $$;

-- A meeting as those who are asked to it are told of it.
create function coordination.told_meeting(meeting uuid, language text) returns jsonb language sql stable as $$
  select jsonb_build_object('id', m.id, 'title', m.title, 'purpose', m.purpose, 'status', m.status, 'reason', m.reason, 'heldOn', m.held_on,
    'endedOn', m.ended_on, 'begins', to_char(m.begins, 'HH24:MI'), 'ends', to_char(m.ends, 'HH24:MI'), 'place', m.place, 'link', m.link,
    'sequence', m.sequence, 'organization', directory.name_in(told_meeting.language, o.id, o.name),
    'from', extract(epoch from directory.moment_of(m.held_on + m.begins))::bigint,
    'until', extract(epoch from directory.moment_of(coalesce(m.ended_on, m.held_on) + m.ends))::bigint,
    'isOver', coalesce(m.ended_on, m.held_on) < directory.today(),
    'agenda', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'day', i.day, 'kind', i.kind, 'title', i.title, 'minutes', i.minutes,
      'speaker', coalesce(i.speaker, '')) order by i.day, i.position, i.created_at) from coordination.agenda_item i where i.meeting_id = m.id), '[]'))
  from coordination.meeting m left join directory.organization o on o.id = m.organization_id where m.id = meeting
$$;
-- Letters to write now; taking one says that it was written. Where no address is known, that is kept instead.
create function coordination.take_letters(of_meeting uuid) returns table (invitation uuid, letter text, again boolean, language text, email text, invited text,
    meeting jsonb, organizer text) language sql security definer set search_path = '' as $$
  with due as (
    select i.id, i.letter, i.written_at is not null as again, coalesce(w.language, i.language) as language,
      -- What is held for show by an invented organisation writes to no true one.
      coalesce(i.email, case when o.is_demonstration or not coalesce(h.is_demonstration, false) then coalesce(w.contact_email, o.email) end) as email,
      coalesce(i.words, directory.name_in(coalesce(w.language, i.language), o.id, o.name)) as invited, i.meeting_id
    from coordination.invitation i join coordination.meeting m on m.id = i.meeting_id
    left join directory.organization h on h.id = m.organization_id left join directory.organization o on o.id = i.organization_id
    left join directory.stewardship w on w.organization_id = i.organization_id
    where access.acting_user() is null and i.meeting_id = of_meeting and i.letter is not null for update of i skip locked),
  taken as (
    update coordination.invitation i set letter = null, unreachable = d.email is null, written_at = case when d.email is null then i.written_at else now() end
    from due d where i.id = d.id returning i.id)
  select d.id, d.letter, d.again, d.language, d.email, d.invited, coordination.told_meeting(d.meeting_id, d.language),
    (select coalesce(w.contact_email, o.email) from coordination.meeting m join directory.organization o on o.id = m.organization_id
     left join directory.stewardship w on w.organization_id = o.id where m.id = d.meeting_id)
  from due d join taken t on t.id = d.id where d.email is not null $$;

-- Until its last day, an organisation answers for itself, and whoever was asked by a link of a letter.
create function coordination.takes_answers(meeting uuid) returns boolean language sql stable as $$
  select exists (select from coordination.meeting m
    where m.id = meeting and m.status = 'called' and coalesce(m.ended_on, m.held_on) >= directory.today())
$$;
create function coordination.answer_invitation(invitation uuid, answer text, asked_seats integer, said text, at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  update coordination.invitation i set status = answer, seats = asked_seats, note = said, answered_at = at
  where i.id = invitation and i.organization_id = coordination.speaker() and coordination.takes_answers(i.meeting_id) $$;
create function coordination.answer_by_link(invitation uuid, answer text, asked_seats integer, said text) returns boolean
  language sql security definer set search_path = '' as $$
  with done as (
    update coordination.invitation i set status = answer, seats = asked_seats, note = said, answered_at = now()
    where i.id = invitation and access.acting_user() is null and coordination.takes_answers(i.meeting_id) returning 1)
  select exists (select from done) $$;
-- What the holder of a link that was verified sees: the meeting, and their own answer.
create function coordination.invited_by_link(invitation uuid, language text) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('invited', coalesce(i.words, directory.name_in(invited_by_link.language, o.id, o.name)), 'status', i.status, 'seats', i.seats,
    'note', i.note, 'takesAnswers', coordination.takes_answers(i.meeting_id), 'meeting', coordination.told_meeting(i.meeting_id, invited_by_link.language))
  from coordination.invitation i join coordination.meeting m on m.id = i.meeting_id left join directory.organization o on o.id = i.organization_id
  where i.id = invitation and access.acting_user() is null and m.status <> 'draft' $$;

-- What an organisation's calendar follows: the meetings it was asked to and did not decline, and those it holds.
create function coordination.calendar_of(organization uuid, language text) returns setof jsonb language sql stable security definer set search_path = '' as $$
  select coordination.told_meeting(m.id, calendar_of.language) from coordination.meeting m
  where access.acting_user() is null and m.called_at is not null and m.status <> 'draft' and m.held_on >= directory.today() - 90
    and (m.organization_id = organization or exists (select from coordination.invitation i
      where i.meeting_id = m.id and i.organization_id = organization and i.status <> 'declined'))
  order by m.held_on, m.id $$;

-- On the days of a meeting, each person who is there may count themselves by the code on the wall. A form sent twice counts once.
create function coordination.takes_presence(meeting uuid) returns boolean language sql stable as $$
  select exists (select from coordination.meeting m where m.id = meeting and m.status in ('called', 'held')
    and directory.today() between m.held_on and coalesce(m.ended_on, m.held_on))
$$;
create function coordination.present_by_code(of_meeting uuid, language text) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('title', m.title, 'heldOn', m.held_on, 'place', m.place, 'isOpen', coordination.takes_presence(m.id),
    'groups', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title) order by g.position, g.created_at)
      from coordination.meeting_group g where g.meeting_id = m.id), '[]'),
    'organizations', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) order by n.name) from (
      select o.id, directory.name_in(present_by_code.language, o.id, o.name) as name
      from coordination.invitation i join directory.organization o on o.id = i.organization_id where i.meeting_id = m.id) n), '[]'))
  from coordination.meeting m where m.id = of_meeting and access.acting_user() is null and m.status <> 'draft' $$;
create function coordination.count_me_in(attendance uuid, meeting uuid, organization uuid, organization_words text, role_words text, said_sex text, chosen_group uuid)
  returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if access.acting_user() is not null or not coordination.takes_presence(meeting) then return false; end if;
  insert into coordination.attendance (id, meeting_id, organization_id, words, role, sex, group_id, by_hand) values (attendance, meeting,
    (select i.organization_id from coordination.invitation i where i.meeting_id = meeting and i.organization_id = organization),
    case when organization is null then organization_words end, role_words, said_sex,
    (select g.id from coordination.meeting_group g where g.meeting_id = meeting and g.id = chosen_group), false)
  on conflict (id) do nothing;
  return true;
end $$;

-- How many came, by organisation's kind, sex and group.
create function coordination.attendance_totals(meeting uuid) returns table (dimension text, value text, count integer)
  language sql stable security definer set search_path = '' as $$
  select d.dimension, d.value, count(*)::integer
  from coordination.attendance a left join directory.organization o on o.id = a.organization_id
  cross join lateral (values ('all', ''), ('sex', a.sex), ('kind', coalesce(o.organization_type, 'other')), ('group', a.group_id::text)) d(dimension, value)
  where a.meeting_id = meeting and d.value is not null
    and (coordination.is_published(meeting) or (coordination.member() is not null
      and exists (select from coordination.meeting m where m.id = meeting and (m.status <> 'draft' or m.organization_id = coordination.member()))))
  group by 1, 2 $$;

revoke execute on function platform.take_messages(integer), coordination.take_letters(uuid), coordination.answer_by_link(uuid, text, integer, text),
  coordination.invited_by_link(uuid, text), coordination.present_by_code(uuid, text),
  coordination.count_me_in(uuid, uuid, uuid, text, text, text, uuid), coordination.calendar_of(uuid, text) from public;
grant execute on function platform.take_messages(integer), coordination.take_letters(uuid), coordination.answer_by_link(uuid, text, integer, text),
  coordination.invited_by_link(uuid, text), coordination.present_by_code(uuid, text),
  coordination.count_me_in(uuid, uuid, uuid, text, text, text, uuid), coordination.calendar_of(uuid, text) to istiqbal_app;
