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
  file_id uuid not null references files.file,
  kind text not null check (kind in ('paper', 'presentation', 'report', 'photo', 'signed_sheet')),
  title text not null,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index on coordination.meeting_document (meeting_id);
create index on coordination.meeting_document (file_id);

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

-- An organisation answers for itself.
create function coordination.answer_invitation(invitation uuid, answer text, asked_seats smallint, said text, at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  update coordination.invitation i set status = answer, seats = asked_seats, note = said, answered_at = at
  where i.id = invitation and i.organization_id = coordination.speaker()
    and exists (select from coordination.meeting m where m.id = i.meeting_id and m.status = 'called') $$;

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
