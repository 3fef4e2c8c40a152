-- Communal action plans: what a commune found, put first, wants to do with whose money, and how far it came.
-- A plan is its commune's until it is shared with all who sign in; the public sees what was published of a frozen version, and nothing else.
create schema plans;
grant usage on schema plans to istiqbal_app;

-- Whoever keeps the commune's plan, and those who work on the platform.
create function plans.writer() returns uuid language sql stable as $$
  select access.acting_organization_as('plan_officer')
$$;
create function plans.member() returns uuid language sql stable as $$
  select access.acting_organization_as('agent', 'cell_manager', 'partner', 'plan_officer', 'project_holder', 'programme', 'coordinator')
$$;

------------------------------------------------------------------------------------------ what the law asks
-- The stages of a plan and their periods, as the region's data say: nothing of them is wired in.
create table plans.stage (
  key text primary key,
  position smallint not null unique,
  names jsonb not null,
  -- What is done in it.
  tasks jsonb not null,
  -- By when it is to be over: months after the mandate began, or days after the stage before it was over.
  months_after_start smallint check (months_after_start > 0),
  days_after_previous smallint check (days_after_previous > 0),
  law jsonb,
  source_url text,
  -- False: general knowledge, to be checked against the decree.
  is_checked boolean not null,
  check (months_after_start is null or days_after_previous is null)
);

------------------------------------------------------------------------------------------ the plan and what is in it
create table plans.plan (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  commune_code text not null references territory.territory,
  title jsonb not null,
  vision jsonb,
  -- How it fits the regional development programme.
  regional_link jsonb,
  mandate_starts_on date not null,
  -- Of its six years.
  first_year smallint not null check (first_year between 2010 and 2100),
  stage text not null default 'prepared'
    check (stage in ('prepared', 'diagnosis', 'priorities', 'projects', 'consultation', 'deliberation', 'visa', 'running', 'closed')),
  -- The day it came to this stage.
  stage_since date not null,
  reason text,
  shared_at timestamptz
);
create index on plans.plan (organization_id);
create index on plans.plan (commune_code, first_year);
create table plans.session (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  kind text not null check (kind in ('information', 'diagnosis', 'ranking', 'consultation', 'council', 'evaluation')),
  held_on date not null,
  place text,
  organizations text,
  women integer not null default 0 check (women >= 0),
  men integer not null default 0 check (men >= 0),
  words jsonb
);
-- A sheet of the diagnosis.
create table plans.need (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  position smallint not null default 0,
  title jsonb not null,
  text jsonb,
  audiences text[] not null default '{}',
  place text,
  gender_marker smallint check (gender_marker between 0 and 2),
  migration_marker smallint check (migration_marker between 0 and 2),
  source text not null default 'office' check (source in ('session', 'thread', 'desk', 'office')),
  session_id uuid references plans.session on delete set null,
  finding_id uuid,
  desk_need text,
  -- As the desk's figures were published when the sheet was written: {year, count, women, men}, null where too few.
  desk_figures jsonb
);
-- Counted hands, by session; which need comes first follows from them.
create table plans.vote (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  session_id uuid not null references plans.session on delete cascade,
  need_id uuid not null references plans.need on delete cascade,
  women integer not null default 0 check (women >= 0),
  men integer not null default 0 check (men >= 0),
  unique (session_id, need_id)
);
create table plans.project (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  position smallint not null default 0,
  title jsonb not null,
  objective jsonb,
  themes text[] not null default '{}',
  audiences text[] not null default '{}',
  need_ids uuid[] not null default '{}',
  -- An organisation of the directory, or words for one that is not there.
  holder_id uuid references directory.organization,
  holder jsonb,
  partner_ids uuid[] not null default '{}',
  partners jsonb,
  place text,
  starts_on date,
  ends_on date,
  gender_marker smallint check (gender_marker between 0 and 2),
  migration_marker smallint check (migration_marker between 0 and 2),
  status text not null default 'planned' check (status in ('planned', 'under_way', 'done', 'dropped')),
  -- The joint action of the thread it is part of.
  action_id uuid,
  -- Whom it was copied from: {entryId, title, commune, holder, sourceUrl}.
  credit jsonb
);
create table plans.cost (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  project_id uuid not null references plans.project on delete cascade,
  year smallint not null check (year between 2010 and 2110),
  source text not null check (source in ('commune', 'region', 'state', 'partner', 'association', 'diaspora', 'other')),
  -- Dirhams.
  amount numeric(14, 2) not null check (amount >= 0),
  unique (project_id, year, source)
);
create table plans.indicator (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  project_id uuid not null references plans.project on delete cascade,
  position smallint not null default 0,
  name jsonb not null,
  unit jsonb,
  baseline numeric,
  baseline_year smallint,
  target numeric,
  target_year smallint,
  source jsonb,
  formula jsonb,
  disaggregation text[] not null default '{}'
);
create table plans.indicator_value (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  indicator_id uuid not null references plans.indicator on delete cascade,
  year smallint not null check (year between 2010 and 2110),
  -- Of whom; '' is everybody.
  part text not null default '',
  value numeric not null,
  unique (indicator_id, year, part)
);
-- What a body said of the plan, and what the commune made of it.
create table plans.remark (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  body text not null check (body in ('ieecag', 'committee', 'governor', 'council', 'citizens')),
  said_on date not null,
  words jsonb not null,
  project_id uuid references plans.project on delete set null,
  taken text check (taken in ('yes', 'partly', 'no')),
  answer jsonb,
  answered_on date
);
create table plans.evaluation (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  year smallint not null check (year between 2010 and 2110),
  status text not null default 'draft' check (status in ('draft', 'adopted')),
  adopted_on date,
  summary jsonb,
  learned jsonb,
  unique (plan_id, year)
);
create table plans.judged (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  evaluation_id uuid not null references plans.evaluation on delete cascade,
  project_id uuid not null references plans.project on delete cascade,
  -- How far it came, 0…1.
  share numeric check (share between 0 and 1),
  -- Dirhams, in that year.
  spent numeric(14, 2) check (spent >= 0),
  words jsonb,
  unique (evaluation_id, project_id)
);
-- Two wrote one thing at once: both stay until someone chooses.
create table plans.conflict (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  thing text not null,
  thing_id uuid not null,
  field text not null,
  language text,
  theirs jsonb,
  mine jsonb,
  written_by uuid not null,
  written_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid
);
create index on plans.conflict (plan_id) where settled_at is null;

------------------------------------------------------------------------------------------ what it was on any day
create table plans.past (
  n bigint generated always as identity primary key,
  of text not null,
  row_id uuid not null,
  plan_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  user_id uuid,
  -- Null: it was taken away.
  kept jsonb
);
create index on plans.past (plan_id, n);
create function plans.keep_past() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  kept jsonb := to_jsonb(coalesce(new, old));
begin
  insert into plans.past (of, row_id, plan_id, user_id, kept) values (
    tg_table_name, coalesce(kept ->> 'id', kept ->> 'plan_id')::uuid, coalesce(kept ->> 'plan_id', kept ->> 'id')::uuid, access.acting_user(),
    -- What was published is a frozen version, which is kept once.
    case when tg_op = 'DELETE' then null else kept - 'content' end);
  return null;
end $$;
-- Not platform.refuse_change, which looks into a journal's payload to let an erasure through: nothing here is of a person.
create function plans.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'plans.% is append-only', tg_table_name;
end $$;
create trigger append_only before update or delete on plans.past for each row execute function plans.refuse_change();
create trigger append_only_truncate before truncate on plans.past for each statement execute function plans.refuse_change();

-- Frozen for good: at the end of a stage, or when somebody says so.
create table plans.version (
  id uuid primary key,
  plan_id uuid not null references plans.plan on delete cascade,
  number smallint not null,
  stage text not null,
  -- Whether the stage was over with it, and on which day it was.
  ends_stage boolean not null,
  reached_on date not null,
  name text,
  frozen_at timestamptz not null default now(),
  frozen_by uuid,
  content jsonb not null,
  unique (plan_id, number)
);
create trigger frozen before update or delete on plans.version for each row execute function plans.refuse_change();
-- What everybody reads of one frozen version: the very rows that were shown before it was published.
create table plans.publication (
  plan_id uuid primary key references plans.plan on delete cascade,
  version_id uuid not null references plans.version,
  -- The version itself is not the public's to read.
  number smallint not null,
  frozen_at timestamptz not null,
  parts text[] not null,
  content jsonb not null,
  published_by uuid,
  published_at timestamptz not null default now()
);
-- What a list of plans shows of each, kept beside it so that a region's table needs no walk over all projects.
create table plans.plan_total (
  plan_id uuid primary key references plans.plan on delete cascade,
  needs integer not null default 0,
  projects integer not null default 0,
  done integer not null default 0,
  -- Of migration as a main or a second aim.
  for_migration integer not null default 0,
  cost numeric(16, 2) not null default 0,
  indicators integer not null default 0,
  measured integer not null default 0
);
-- What other communes and projects did, to be copied with credit: the region's sourced ones, and the projects of published plans.
create table plans.library (
  id uuid primary key,
  plan_id uuid references plans.plan on delete cascade,
  title jsonb not null,
  objective jsonb,
  themes text[] not null default '{}',
  audiences text[] not null default '{}',
  holder jsonb,
  commune jsonb,
  -- In words: sources give amounts in other money, or none.
  budget jsonb,
  year smallint,
  indicators jsonb not null default '[]',
  source_url text,
  words text generated always as (lower(title::text || ' ' || coalesce(objective::text, '') || ' ' || coalesce(holder::text, '') || ' ' || coalesce(commune::text, ''))) stored
);
create index on plans.library (plan_id);
create index on plans.library using gin (themes);
create index on plans.library using gin (words public.gin_trgm_ops);

------------------------------------------------------------------------------------------ who sees, who writes
do $$
declare t text;
begin
  foreach t in array array['stage', 'plan', 'session', 'need', 'vote', 'project', 'cost', 'indicator', 'indicator_value', 'remark', 'evaluation', 'judged',
      'conflict', 'past', 'version', 'publication', 'plan_total', 'library'] loop
    execute format('alter table plans.%I enable row level security', t);
    execute format('alter table plans.%I force row level security', t);
    execute format('create policy owner on plans.%I to istiqbal_owner using (true) with check (true)', t);
    execute format('grant select on plans.%I to istiqbal_app', t);
  end loop;
  -- The same for everything that is in a plan: seen with it, written by whoever keeps it, kept as it was.
  -- Asked once for all plans and not for each row: a plan of many rows opens at once.
  foreach t in array array['session', 'need', 'vote', 'project', 'cost', 'indicator', 'indicator_value', 'remark', 'evaluation', 'judged', 'conflict'] loop
    execute format('create index on plans.%I (plan_id)', t);
    execute format('create policy seen on plans.%I for select to istiqbal_app using (plan_id in (select p.id from plans.plan p))', t);
    execute format('create policy own_new on plans.%I for insert to istiqbal_app with check (plan_id in (select p.id from plans.plan p where p.organization_id = (select plans.writer())))', t);
    execute format('create policy own_changed on plans.%I for update to istiqbal_app using (plan_id in (select p.id from plans.plan p where p.organization_id = (select plans.writer())))', t);
    execute format('grant insert, update on plans.%I to istiqbal_app', t);
    execute format('create trigger keeps_past after insert or update or delete on plans.%I for each row execute function plans.keep_past()', t);
    if t <> 'conflict' then
      execute format('create policy own_gone on plans.%I for delete to istiqbal_app using (plan_id in (select p.id from plans.plan p where p.organization_id = (select plans.writer())))', t);
      execute format('grant delete on plans.%I to istiqbal_app', t);
    end if;
  end loop;
  foreach t in array array['stage', 'publication', 'library'] loop
    execute format('create policy seen on plans.%I for select to istiqbal_app using (true)', t);
  end loop;
  foreach t in array array['version', 'plan_total'] loop
    execute format('create policy seen on plans.%I for select to istiqbal_app using (plan_id in (select p.id from plans.plan p))', t);
  end loop;
  foreach t in array array['version', 'plan_total', 'publication', 'library'] loop
    execute format('create policy own_new on plans.%I for insert to istiqbal_app with check (plan_id in (select p.id from plans.plan p where p.organization_id = (select plans.writer())))', t);
    execute format('grant insert on plans.%I to istiqbal_app', t);
  end loop;
  foreach t in array array['plan_total', 'publication'] loop
    execute format('create policy own_changed on plans.%I for update to istiqbal_app using (plan_id in (select p.id from plans.plan p where p.organization_id = (select plans.writer())))', t);
    execute format('grant update on plans.%I to istiqbal_app', t);
  end loop;
  foreach t in array array['publication', 'library'] loop
    execute format('create policy own_gone on plans.%I for delete to istiqbal_app using (plan_id in (select p.id from plans.plan p where p.organization_id = (select plans.writer())))', t);
    execute format('grant delete on plans.%I to istiqbal_app', t);
  end loop;
end $$;
-- A plan belongs to its commune; others read it once it is shared.
create policy seen on plans.plan for select to istiqbal_app using (
  organization_id = (select plans.member()) or (shared_at is not null and (select plans.member()) is not null));
create policy own_new on plans.plan for insert to istiqbal_app with check (organization_id = (select plans.writer()));
create policy own_changed on plans.plan for update to istiqbal_app using (organization_id = (select plans.writer()));
grant insert, update on plans.plan to istiqbal_app;
create trigger keeps_past after insert or update or delete on plans.plan for each row execute function plans.keep_past();
create trigger keeps_past after insert or update or delete on plans.publication for each row execute function plans.keep_past();
-- What was tried and dropped before a plan was shared stays the commune's own.
create policy seen on plans.past for select to istiqbal_app using (
  plan_id in (select p.id from plans.plan p where p.organization_id = (select plans.member())));

------------------------------------------------------------------------------------------ read in one go
create function plans.organization_name(id uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('fr', o.name) || coalesce(
    (select jsonb_object_agg(t.language, t.name) from directory.translation t
     where t.entity = 'organization' and t.entity_id = o.id and t.language in ('ar', 'en', 'es') and t.name is not null), '{}')
  from directory.organization o where o.id = organization_name.id
$$;
-- How the commune and the organisations of a plan are called, which a frozen version keeps with it.
create function plans.names_of(plan plans.plan) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'commune', (select jsonb_build_object('fr', t.name_fr, 'ar', t.name_ar) from territory.territory t where t.code = (plan).commune_code),
    'organizations', (select jsonb_object_agg(o.id, plans.organization_name(o.id)) from (
        select (plan).organization_id as id
        union select x.holder_id from plans.project x where x.plan_id = (plan).id and x.holder_id is not null
        union select p from plans.project x, unnest(x.partner_ids) p where x.plan_id = (plan).id) o))
$$;
-- Every row of a plan, by table. Who may not see the plan gets null. As text and not jsonb: a plan of many rows is read as it is written.
create function plans.rows_of(plan uuid) returns json language sql stable as $$
  select json_build_object('plan', to_json(p),
    'session', (select coalesce(json_agg(x), '[]') from plans.session x where x.plan_id = plan),
    'need', (select coalesce(json_agg(x), '[]') from plans.need x where x.plan_id = plan),
    'vote', (select coalesce(json_agg(x), '[]') from plans.vote x where x.plan_id = plan),
    'project', (select coalesce(json_agg(x), '[]') from plans.project x where x.plan_id = plan),
    'cost', (select coalesce(json_agg(x), '[]') from plans.cost x where x.plan_id = plan),
    'indicator', (select coalesce(json_agg(x), '[]') from plans.indicator x where x.plan_id = plan),
    'indicator_value', (select coalesce(json_agg(x), '[]') from plans.indicator_value x where x.plan_id = plan),
    'remark', (select coalesce(json_agg(x), '[]') from plans.remark x where x.plan_id = plan),
    'evaluation', (select coalesce(json_agg(x), '[]') from plans.evaluation x where x.plan_id = plan),
    'judged', (select coalesce(json_agg(x), '[]') from plans.judged x where x.plan_id = plan),
    'names', plans.names_of(p))
  from plans.plan p where p.id = plan
$$;
-- The same as it was at a moment. Null: it did not exist then.
create function plans.rows_at(plan uuid, moment timestamptz) returns jsonb language sql stable as $$
  with newest as (
    select distinct on (x.row_id) x.of, x.kept from plans.past x where x.plan_id = plan and x.at <= moment order by x.row_id, x.n desc),
  grouped as (
    select coalesce(jsonb_object_agg(g.of, g.kept), '{}') as kept
    from (select n.of, jsonb_agg(n.kept) as kept from newest n where n.kept is not null and n.of not in ('plan', 'conflict', 'publication') group by n.of) g)
  select jsonb_build_object('plan', n.kept) || '{"session": [], "need": [], "vote": [], "project": [], "cost": [], "indicator": [], "indicator_value": [],
      "remark": [], "evaluation": [], "judged": []}'::jsonb || g.kept || jsonb_build_object('names', plans.names_of(p))
  from newest n, grouped g, plans.plan p where n.of = 'plan' and n.kept is not null and p.id = plan
$$;
-- Held while it is changed, so that two changes at once come one after the other.
create function plans.hold(plan uuid) returns void language sql as $$
  select from plans.plan p where p.id = plan for update
$$;
create function plans.count_totals(plan uuid) returns void language sql as $$
  insert into plans.plan_total as t (plan_id, needs, projects, done, for_migration, cost, indicators, measured)
  select plan, (select count(*) from plans.need x where x.plan_id = plan),
    (select count(*) from plans.project x where x.plan_id = plan and x.status <> 'dropped'),
    (select count(*) from plans.project x where x.plan_id = plan and x.status = 'done'),
    (select count(*) from plans.project x where x.plan_id = plan and x.status <> 'dropped' and x.migration_marker > 0),
    (select coalesce(sum(c.amount), 0) from plans.cost c join plans.project x on x.id = c.project_id where c.plan_id = plan and x.status <> 'dropped'),
    (select count(*) from plans.indicator x where x.plan_id = plan),
    (select count(distinct v.indicator_id) from plans.indicator_value v where v.plan_id = plan and v.part = '')
  on conflict (plan_id) do update set needs = excluded.needs, projects = excluded.projects, done = excluded.done, for_migration = excluded.for_migration,
    cost = excluded.cost, indicators = excluded.indicators, measured = excluded.measured
$$;
