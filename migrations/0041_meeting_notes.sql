-- What is written down while a meeting lasts, from several tablets at once.
create table coordination.note (
  id uuid primary key,
  meeting_id uuid not null references coordination.meeting,
  -- Null: said in plenary.
  group_id uuid,
  organization_id uuid not null references directory.organization,
  kind text not null check (kind in ('said', 'difficulty', 'need', 'good_practice', 'recommendation', 'decision', 'action')),
  words jsonb not null,
  -- Milliseconds of its writing, by the clock of the tablet.
  position double precision not null,
  -- What it became in the thread.
  became_kind text check (became_kind in ('finding', 'recommendation', 'action', 'decision')),
  became_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  check ((became_kind is null) = (became_id is null))
);
create index on coordination.note (meeting_id);
create index on coordination.note (became_id) where became_id is not null;

-- A meeting is written down by the organisation that holds it, its agents too.
create function coordination.takes_notes(meeting uuid) returns boolean language sql stable as $$
  select exists (select from coordination.meeting m
    where m.id = meeting and (coordination.writes(m.organization_id) or m.organization_id = (select coordination.member())))
$$;
alter table coordination.note enable row level security;
alter table coordination.note force row level security;
create policy owner on coordination.note to istiqbal_owner using (true) with check (true);
create policy seen on coordination.note for select to istiqbal_app using (coordination.takes_notes(meeting_id));
create policy own_new on coordination.note for insert to istiqbal_app with check (
  organization_id = (select coordination.member()) and coordination.takes_notes(meeting_id));
create policy changed on coordination.note for update to istiqbal_app using (coordination.takes_notes(meeting_id));
grant select, insert, update on coordination.note to istiqbal_app;

-- Its past is its own: those who read a meeting do not all read what was noted there.
create trigger keeps_past after insert or update or delete on coordination.note for each row execute function coordination.keep_past('id');
create policy seen_with_note on coordination.past for select to istiqbal_app using (
  of = 'note' and exists (select from coordination.note n where n.id = subject_id));
create policy seen_with_note on coordination.conflict for select to istiqbal_app using (
  subject_kind = 'note' and exists (select from coordination.note n where n.id = subject_id));
create policy settled_with_note on coordination.conflict for update to istiqbal_app using (
  subject_kind = 'note' and exists (select from coordination.note n where n.id = subject_id));
