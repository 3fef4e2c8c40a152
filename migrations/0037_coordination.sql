-- From what was said at a workshop to what was done: findings, recommendations, joint actions and their proofs.
-- A thing is a draft of its organisation until it is shared with all who sign in; the public sees what is published, and nothing else.

-- Those who speak for an organisation; an agent may say what is met at the desk.
create function coordination.speaker() returns uuid language sql stable as $$
  select access.acting_organization_as('cell_manager', 'partner', 'plan_officer', 'project_holder', 'programme', 'coordinator')
$$;
create function coordination.member() returns uuid language sql stable as $$
  select access.acting_organization_as('agent', 'cell_manager', 'partner', 'plan_officer', 'project_holder', 'programme', 'coordinator')
$$;
-- Whoever keeps the thread of the region: the regional coordination and the programme team.
create function coordination.keeper() returns uuid language sql stable as $$
  select access.acting_organization_as('programme', 'coordinator')
$$;

------------------------------------------------------------------------------------------ meetings
alter table coordination.workshop rename to meeting;
alter table coordination.meeting
  add organization_id uuid references directory.organization,
  add kind text not null default 'workshop' check (kind in ('workshop', 'committee', 'working_group')),
  add status text not null default 'validated' check (status in ('draft', 'called', 'held', 'validated', 'cancelled')),
  add participants jsonb,
  alter summary drop not null,
  alter source_url drop not null;

------------------------------------------------------------------------------------------ recommendations
alter table coordination.recommendation rename column workshop_id to meeting_id;
alter table coordination.recommendation
  alter meeting_id drop not null,
  alter number drop not null,
  -- Null: it comes with the region's data, and those who keep the thread answer for it.
  add organization_id uuid references directory.organization,
  add themes text[] not null default '{}',
  add audiences text[] not null default '{}',
  add status text not null default 'adopted' check (status in ('draft', 'proposed', 'adopted', 'rejected', 'merged', 'done', 'dropped')),
  add urgent boolean not null default false,
  -- To whom it is addressed, in words; who took it in hand.
  add addressed_to jsonb,
  add owner_id uuid references directory.organization,
  add due_on date,
  -- By what one will know that it is done.
  add measure jsonb,
  add reason text,
  add merged_into uuid references coordination.recommendation,
  add decided_on date,
  add created_by uuid,
  add created_at timestamptz not null default now(),
  add check ((status = 'merged') = (merged_into is not null)),
  add check (merged_into <> id);
create index on coordination.recommendation (meeting_id);
create index on coordination.recommendation (merged_into) where merged_into is not null;

------------------------------------------------------------------------------------------ findings
create table coordination.finding (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  kind text not null check (kind in ('difficulty', 'need', 'good_practice', 'inventory')),
  title jsonb not null,
  text jsonb,
  themes text[] not null,
  audiences text[] not null default '{}',
  commune_codes text[] not null default '{}',
  -- A need met at the desk: its figures are counted, and shown suppressed.
  desk_need text,
  status text not null default 'draft' check (status in ('draft', 'shared', 'merged')),
  merged_into uuid references coordination.finding,
  created_by uuid,
  created_at timestamptz not null default now(),
  check ((status = 'merged') = (merged_into is not null)),
  check (merged_into <> id)
);
create index on coordination.finding (merged_into) where merged_into is not null;
-- Each time it was said: the same difficulty in two workshops and at a desk has three.
create table coordination.finding_source (
  id uuid primary key,
  finding_id uuid not null references coordination.finding on delete cascade,
  kind text not null check (kind in ('meeting', 'desk', 'interview', 'report')),
  meeting_id uuid references coordination.meeting,
  organization_id uuid references directory.organization,
  said_on date not null,
  note text,
  source_url text,
  created_by uuid,
  created_at timestamptz not null default now(),
  check ((kind = 'meeting') = (meeting_id is not null))
);
create index on coordination.finding_source (finding_id);
create index on coordination.finding_source (meeting_id);
create table coordination.recommendation_finding (
  recommendation_id uuid not null references coordination.recommendation on delete cascade,
  finding_id uuid not null references coordination.finding,
  primary key (recommendation_id, finding_id)
);
create index on coordination.recommendation_finding (finding_id);

------------------------------------------------------------------------------------------ joint actions
create table coordination.action (
  id uuid primary key,
  organization_id uuid references directory.organization,
  title jsonb not null,
  text jsonb,
  themes text[] not null,
  audiences text[] not null default '{}',
  commune_codes text[] not null default '{}',
  starts_on date,
  ends_on date,
  status text not null default 'draft' check (status in ('draft', 'proposed', 'under_way', 'done', 'abandoned')),
  reason text,
  -- How often its owner tells news, in days.
  rhythm_days smallint not null default 60 check (rhythm_days between 7 and 366),
  -- A figure of the platform itself that shows how far it came, with what it stood at and what is aimed at.
  figure text,
  figure_from numeric,
  figure_aim numeric,
  -- Worked out as it changes, so that a board of many needs no walk over all steps: 0…1, null where nothing says it.
  progress numeric,
  declared_progress numeric check (declared_progress between 0 and 1),
  moved_at timestamptz not null default now(),
  source_url text,
  created_by uuid,
  created_at timestamptz not null default now(),
  check (ends_on >= starts_on)
);
create index on coordination.action using gin (themes);
create index on coordination.action using gin (commune_codes);
create table coordination.action_recommendation (
  action_id uuid not null references coordination.action on delete cascade,
  recommendation_id uuid not null references coordination.recommendation on delete cascade,
  weight smallint not null default 1 check (weight between 1 and 100),
  primary key (action_id, recommendation_id)
);
create index on coordination.action_recommendation (recommendation_id);
-- Who does what of it, with what money.
create table coordination.commitment (
  id uuid primary key,
  action_id uuid not null references coordination.action on delete cascade,
  organization_id uuid not null references directory.organization,
  does jsonb not null,
  amount numeric(14, 2) check (amount >= 0),
  currency text check (currency in ('MAD', 'EUR', 'USD')),
  status text not null check (status in ('asked', 'committed', 'declined', 'withdrawn')),
  reason text,
  answered_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (action_id, organization_id),
  check ((amount is null) = (currency is null))
);
create index on coordination.commitment (organization_id);
create table coordination.step (
  id uuid primary key,
  action_id uuid not null references coordination.action on delete cascade,
  organization_id uuid references directory.organization,
  position smallint not null,
  title jsonb not null,
  weight smallint not null default 1 check (weight between 1 and 100),
  due_on date,
  -- It counts as done only with a proof.
  is_milestone boolean not null default false,
  ending text check (ending in ('done', 'dropped')),
  ended_on date,
  reason text,
  created_by uuid,
  created_at timestamptz not null default now(),
  check ((ending is null) = (ended_on is null))
);
create index on coordination.step (action_id);
create table coordination.proof (
  id uuid primary key,
  action_id uuid not null references coordination.action on delete cascade,
  step_id uuid references coordination.step on delete cascade,
  organization_id uuid references directory.organization,
  kind text not null check (kind in ('document', 'photo', 'link', 'figure', 'statement')),
  dated_on date not null,
  words jsonb not null,
  url text,
  file_id uuid references files.file,
  figure text,
  figure_value numeric,
  is_public boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  check ((kind = 'link') = (url is not null and file_id is null and kind = 'link')),
  check ((kind in ('document', 'photo')) = (file_id is not null)),
  check ((kind = 'figure') = (figure is not null))
);
create index on coordination.proof (action_id);
create table coordination.blocker (
  id uuid primary key,
  action_id uuid not null references coordination.action on delete cascade,
  organization_id uuid not null references directory.organization,
  kind text not null check (kind in ('risk', 'blocker')),
  words text not null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  created_by uuid
);
create index on coordination.blocker (action_id) where closed_at is null;
create table coordination.news (
  id uuid primary key,
  action_id uuid not null references coordination.action on delete cascade,
  organization_id uuid not null references directory.organization,
  words text not null,
  declared_progress numeric check (declared_progress between 0 and 1),
  created_by uuid not null,
  created_at timestamptz not null default now()
);
create index on coordination.news (action_id, created_at);

------------------------------------------------------------------------------------------ support, words, publication
-- An organisation stands behind a thing, and is told when it moves.
create table coordination.endorsement (
  subject_kind text not null check (subject_kind in ('finding', 'recommendation', 'action')),
  subject_id uuid not null,
  organization_id uuid not null references directory.organization,
  said_by uuid not null,
  said_at timestamptz not null default now(),
  primary key (subject_id, organization_id)
);
create table coordination.comment (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('finding', 'recommendation', 'action')),
  subject_id uuid not null,
  organization_id uuid not null references directory.organization,
  words text not null,
  said_by uuid not null,
  said_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index on coordination.comment (subject_id);
-- Published: the public sees it as it stands, with the parts chosen; taken back, it is gone from there and the row says when.
create table coordination.publication (
  subject_kind text not null check (subject_kind in ('meeting', 'finding', 'recommendation', 'action')),
  subject_id uuid primary key,
  parts text[] not null default '{}',
  published_by uuid,
  published_at timestamptz not null default now()
);
-- Two people wrote the same lines at once: both texts stay until someone chooses.
create table coordination.conflict (
  id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  field text not null,
  language text not null,
  theirs text not null,
  mine text not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid
);
create index on coordination.conflict (subject_id) where settled_at is null;

------------------------------------------------------------------------------------------ what it was on any day
-- Every row as it was after each change: nothing here is overwritten.
create table coordination.past (
  n bigint generated always as identity primary key,
  of text not null,
  row_id uuid not null,
  subject_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  user_id uuid,
  -- Null: it was taken away.
  kept jsonb
);
create index on coordination.past (subject_id, n);
create index on coordination.past (row_id, n);
create function coordination.keep_past() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  kept jsonb := to_jsonb(coalesce(new, old));
begin
  insert into coordination.past (of, row_id, subject_id, user_id, kept) values (
    tg_table_name,
    coalesce(kept ->> 'id', kept ->> 'subject_id', kept ->> 'action_id', kept ->> 'recommendation_id')::uuid,
    coalesce(kept ->> tg_argv[0], kept ->> 'id')::uuid,
    access.acting_user(), case when tg_op = 'DELETE' then null else kept end);
  return null;
end $$;
create trigger append_only before update or delete on coordination.past for each row execute function platform.refuse_change();
create trigger append_only_truncate before truncate on coordination.past for each statement execute function platform.refuse_change();

------------------------------------------------------------------------------------------ who sees, who writes
create function coordination.is_published(subject uuid) returns boolean language sql stable as $$
  select exists (select from coordination.publication p where p.subject_id = subject)
$$;
do $$
declare t text;
begin
  foreach t in array array['meeting', 'recommendation', 'finding', 'finding_source', 'recommendation_finding', 'action', 'action_recommendation',
      'commitment', 'step', 'proof', 'blocker', 'news', 'endorsement', 'comment', 'publication', 'conflict', 'past'] loop
    execute format('alter table coordination.%I enable row level security', t);
    execute format('alter table coordination.%I force row level security', t);
    execute format('create policy owner on coordination.%I to istiqbal_owner using (true) with check (true)', t);
    execute format('grant select on coordination.%I to istiqbal_app', t);
    if t <> 'past' then
      execute format('create trigger keeps_past after insert or update or delete on coordination.%I for each row execute function coordination.keep_past(%L)',
        t, case when t in ('finding_source') then 'finding_id' when t in ('recommendation_finding') then 'recommendation_id'
                when t in ('action_recommendation', 'commitment', 'step', 'proof', 'blocker', 'news') then 'action_id'
                when t in ('endorsement', 'comment', 'publication', 'conflict') then 'subject_id' else 'id' end);
    end if;
  end loop;
end $$;

-- Drafts are their body's own; the rest is read by all who sign in, and by everybody once it is published.
create policy seen on coordination.meeting for select to istiqbal_app using (
  coordination.is_published(id) or (status <> 'draft' and (select coordination.member()) is not null) or organization_id = (select coordination.speaker()));
create policy seen on coordination.recommendation for select to istiqbal_app using (
  coordination.is_published(id) or (status <> 'draft' and (select coordination.member()) is not null) or organization_id = (select coordination.speaker()));
create policy seen on coordination.finding for select to istiqbal_app using (
  coordination.is_published(id) or (status <> 'draft' and (select coordination.member()) is not null) or organization_id = (select coordination.member()));
create policy seen on coordination.action for select to istiqbal_app using (
  coordination.is_published(id) or (status <> 'draft' and (select coordination.member()) is not null) or organization_id = (select coordination.speaker()));
-- What belongs to a thing is seen with it.
do $$
declare t text; parent text; key text;
begin
  for t, parent, key in values ('finding_source', 'finding', 'finding_id'), ('recommendation_finding', 'recommendation', 'recommendation_id'),
      ('action_recommendation', 'action', 'action_id'), ('step', 'action', 'action_id') loop
    execute format('create policy seen on coordination.%I for select to istiqbal_app using (exists (select from coordination.%I s where s.id = %I))', t, parent, key);
  end loop;
  foreach t in array array['blocker', 'news'] loop
    execute format('create policy seen on coordination.%I for select to istiqbal_app using (
      (select coordination.member()) is not null and exists (select from coordination.action a where a.id = action_id))', t);
  end loop;
end $$;
-- The public reads what was promised, not who was asked and said no.
create policy seen on coordination.commitment for select to istiqbal_app using (
  (status = 'committed' or (select coordination.member()) is not null) and exists (select from coordination.action a where a.id = action_id));
create policy seen on coordination.proof for select to istiqbal_app using (
  (is_public or (select coordination.member()) is not null) and exists (select from coordination.action a where a.id = action_id));
create function coordination.sees(kind text, id uuid) returns boolean language sql stable as $$
  select case kind when 'finding' then exists (select from coordination.finding f where f.id = sees.id)
    when 'recommendation' then exists (select from coordination.recommendation r where r.id = sees.id)
    when 'action' then exists (select from coordination.action a where a.id = sees.id)
    else exists (select from coordination.meeting m where m.id = sees.id) end
$$;
-- Who stands behind a thing is no secret; what is said of it stays among those who sign in.
create policy seen on coordination.endorsement for select to istiqbal_app using (coordination.sees(subject_kind, subject_id));
create policy seen on coordination.comment for select to istiqbal_app using (
  (select coordination.member()) is not null and coordination.sees(subject_kind, subject_id));
create policy seen on coordination.publication for select to istiqbal_app using (true);
create policy seen on coordination.conflict for select to istiqbal_app using (
  (select coordination.member()) is not null and coordination.sees(subject_kind, subject_id));
create policy seen on coordination.past for select to istiqbal_app using (
  (select coordination.member()) is not null and (kept ->> 'status' is distinct from 'draft' or kept ->> 'organization_id' = (select coordination.member())::text) and (
    exists (select from coordination.recommendation r where r.id = subject_id) or exists (select from coordination.action a where a.id = subject_id)
    or exists (select from coordination.finding f where f.id = subject_id) or exists (select from coordination.meeting m where m.id = subject_id)));

-- An organisation writes what is its own. What came with the region's data is kept by those who keep the thread.
create function coordination.writes(owner uuid) returns boolean language sql stable as $$
  select owner = coordination.speaker() or (owner is null and coordination.keeper() is not null)
$$;
create policy agents_raise_new on coordination.finding for insert to istiqbal_app with check (organization_id = (select coordination.member()));
create policy own_changed on coordination.finding for update to istiqbal_app
  using (organization_id = (select coordination.member()) or (select coordination.keeper()) is not null);
create policy said_new on coordination.finding_source for insert to istiqbal_app with check (
  organization_id = (select coordination.member()) or (select coordination.keeper()) is not null);
create policy own_new on coordination.recommendation for insert to istiqbal_app with check (organization_id = (select coordination.speaker()));
-- To decide of one that is not their own is the keepers'.
create policy own_changed on coordination.recommendation for update to istiqbal_app
  using (coordination.writes(organization_id) or owner_id = (select coordination.speaker()) or (select coordination.keeper()) is not null);
create policy own on coordination.recommendation_finding for all to istiqbal_app
  using (exists (select from coordination.recommendation r where r.id = recommendation_id and (coordination.writes(r.organization_id) or (select coordination.keeper()) is not null)));
create policy own_new on coordination.action for insert to istiqbal_app with check (organization_id = (select coordination.speaker()));
create policy own_changed on coordination.action for update to istiqbal_app using (coordination.writes(organization_id));
create policy own on coordination.action_recommendation for all to istiqbal_app
  using (exists (select from coordination.action a where a.id = action_id and coordination.writes(a.organization_id)));
-- The owner of an action asks; each organisation answers for itself.
create policy asked_new on coordination.commitment for insert to istiqbal_app with check (
  (status = 'committed' and organization_id = (select coordination.speaker()))
  or (status = 'asked' and exists (select from coordination.action a where a.id = action_id and coordination.writes(a.organization_id))));
create policy own_changed on coordination.commitment for update to istiqbal_app using (organization_id = (select coordination.speaker()));
create function coordination.writes_step(action uuid, organization uuid) returns boolean language sql stable as $$
  select organization = coordination.speaker() or exists (select from coordination.action a where a.id = action and coordination.writes(a.organization_id))
$$;
create policy own_new on coordination.step for insert to istiqbal_app with check (coordination.writes_step(action_id, organization_id));
create policy own_changed on coordination.step for update to istiqbal_app using (coordination.writes_step(action_id, organization_id));
create policy own_gone on coordination.step for delete to istiqbal_app using (coordination.writes_step(action_id, organization_id));
create function coordination.takes_part(action uuid) returns boolean language sql stable as $$
  select exists (select from coordination.action a where a.id = action and coordination.writes(a.organization_id))
    or exists (select from coordination.commitment c where c.action_id = action and c.status = 'committed' and c.organization_id = coordination.speaker())
    or exists (select from coordination.step s where s.action_id = action and s.organization_id = coordination.speaker())
$$;
do $$
declare t text;
begin
  foreach t in array array['proof', 'blocker', 'news'] loop
    execute format('create policy takes_part_new on coordination.%I for insert to istiqbal_app with check (
      organization_id = (select coordination.speaker()) and coordination.takes_part(action_id))', t);
  end loop;
end $$;
create policy own_changed on coordination.proof for update to istiqbal_app using (coordination.takes_part(action_id));
create policy own_changed on coordination.blocker for update to istiqbal_app using (coordination.takes_part(action_id));
create policy own_new on coordination.endorsement for insert to istiqbal_app with check (
  organization_id = (select coordination.speaker()) and said_by = (select access.acting_user()) and coordination.sees(subject_kind, subject_id));
create policy own_gone on coordination.endorsement for delete to istiqbal_app using (organization_id = (select coordination.speaker()));
create policy own_new on coordination.comment for insert to istiqbal_app with check (
  organization_id = (select coordination.speaker()) and said_by = (select access.acting_user()) and coordination.sees(subject_kind, subject_id));
create policy own_gone on coordination.comment for update to istiqbal_app using (said_by = (select access.acting_user()));
create policy own on coordination.publication for all to istiqbal_app using (
  exists (select from coordination.recommendation r where r.id = subject_id and coordination.writes(r.organization_id))
  or exists (select from coordination.action a where a.id = subject_id and coordination.writes(a.organization_id))
  or exists (select from coordination.finding f where f.id = subject_id and coordination.writes(f.organization_id))
  or exists (select from coordination.meeting m where m.id = subject_id and coordination.writes(m.organization_id)));
create policy written on coordination.conflict for insert to istiqbal_app with check (written_by = (select access.acting_user()));
create policy settled on coordination.conflict for update to istiqbal_app using ((select coordination.speaker()) is not null and coordination.sees(subject_kind, subject_id));
grant insert, update on coordination.recommendation, coordination.finding, coordination.action, coordination.commitment, coordination.step, coordination.proof,
  coordination.blocker, coordination.comment, coordination.conflict, coordination.publication to istiqbal_app;
grant insert on coordination.finding_source, coordination.news, coordination.endorsement, coordination.recommendation_finding, coordination.action_recommendation to istiqbal_app;
grant delete on coordination.endorsement, coordination.recommendation_finding, coordination.action_recommendation, coordination.publication, coordination.step to istiqbal_app;

------------------------------------------------------------------------------------------ what a change needs of rows that are not its own
-- Held while it is changed, also by those whose row it is not, so that two changes at once come one after the other.
create function coordination.hold(kind text, id uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  if coordination.member() is null or kind not in ('finding', 'recommendation', 'action', 'meeting') then return; end if;
  execute format('select from coordination.%I x where x.id = $1 for update', kind) using id;
end $$;
-- A partner's step moves an action that is not the partner's row.
create function coordination.action_moved(action uuid, at timestamptz) returns void language sql security definer set search_path = '' as $$
  update coordination.action a set moved_at = greatest(a.moved_at, at)
  where a.id = action and coordination.takes_part(action) $$;
create function coordination.action_moved(action uuid, at timestamptz, came double precision) returns void language sql security definer set search_path = '' as $$
  update coordination.action a set moved_at = greatest(a.moved_at, at), progress = came, declared_progress = null
  where a.id = action and coordination.takes_part(action) $$;
-- An adopted recommendation is taken in hand by whoever says so first; only they let go of it.
create function coordination.take_up(recommendation uuid, taker uuid, actor uuid, due date) returns void language sql security definer set search_path = '' as $$
  update coordination.recommendation r set owner_id = taker, due_on = coalesce(due, r.due_on)
  where r.id = recommendation and actor = coordination.speaker() and (r.owner_id is null or r.owner_id = actor) and r.status = 'adopted' $$;
-- What the publishing of a thing meets.
create function coordination.publishing(kind text, id uuid) returns table (found boolean, "isDraft" boolean, "isOwn" boolean, already boolean)
  language sql stable as $$
  select s.status is not null, s.status = 'draft', coordination.writes(s.organization_id), coordination.is_published(publishing.id)
  from (select 1) one left join (
    select f.status, f.organization_id from coordination.finding f where kind = 'finding' and f.id = publishing.id
    union all select r.status, r.organization_id from coordination.recommendation r where kind = 'recommendation' and r.id = publishing.id
    union all select a.status, a.organization_id from coordination.action a where kind = 'action' and a.id = publishing.id
    union all select m.status, m.organization_id from coordination.meeting m where kind = 'meeting' and m.id = publishing.id) s on true
$$;

------------------------------------------------------------------------------------------ figures of the platform itself
-- Counted from the public directory alone: anyone may count again.
create function coordination.figure_now(figure text) returns numeric language sql stable as $$
  select case figure
    when 'organizations' then (select count(*) from directory.public_organization)
    when 'services' then (select count(*) from directory.public_service)
    when 'reception_cells' then (select count(*) from directory.public_organization o join directory.organization x on x.id = o.id
                                 where x.organization_type = 'reception_cell')
    when 'chief_towns_with_cell' then (
      select count(distinct t.code) from territory.territory t join directory.organization x on x.commune_code = t.code
      join directory.public_organization o on o.id = x.id where t.is_chef_lieu and t.level = 'commune' and x.organization_type = 'reception_cell')
  end
$$;
