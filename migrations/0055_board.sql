-- What a board over hundreds of thousands of joint actions needs beside them: how each stands today, in one narrow row, and how many stand how.
-- Both follow from the thread and are kept by the database itself, so that no command can forget them. A draft is counted for nobody.

-- As one searches: no accents, no capitals, Arabic letters that are written in several ways in one.
create function coordination.plain(words jsonb) returns text language sql stable as $$
  select translate(lower(public.unaccent(coalesce(
    (select string_agg(w.value, ' ' order by w.key) from jsonb_each_text(case jsonb_typeof(words) when 'object' then words end) w), ''))), 'أإآٱىةؤئـ', 'اااايهوي')
$$;

------------------------------------------------------------------------------------------ how each action stands
create table coordination.standing (
  action_id uuid primary key references coordination.action on delete cascade,
  organization_id uuid,
  -- Who committed to a part of it.
  partners uuid[] not null,
  status text not null,
  themes text[] not null,
  audiences text[] not null,
  commune_codes text[] not null,
  -- The recommendations it answers to, and what it weighs in each.
  asks uuid[] not null,
  weights smallint[] not null,
  starts_on date,
  -- Without an end it goes on.
  until date not null,
  -- As it is shown: what its owner declared, else what its steps say.
  progress numeric,
  -- Of the first step that is due and not ended, or its own end; late once it has passed.
  first_due date,
  -- The first day on which it is stalled when nobody says anything.
  silent_from date not null,
  is_blocked boolean not null,
  moved_at timestamptz not null,
  words text not null
);
create index on coordination.standing (organization_id);
create index on coordination.standing (moved_at, action_id);
create index on coordination.standing (until, action_id) where status in ('proposed', 'under_way', 'done');
create index on coordination.standing (first_due, action_id) where status = 'under_way';
create index on coordination.standing (silent_from, action_id) where status = 'under_way';
create index on coordination.standing (action_id) where status = 'under_way' and is_blocked;
create index on coordination.standing using gin (commune_codes);
create index on coordination.standing using gin (words gin_trgm_ops);
-- What falls due.
create index on coordination.step (due_on) where ending is null;
create index on coordination.action (ends_on) where status = 'under_way';
create index on coordination.recommendation (due_on) where status = 'adopted';

------------------------------------------------------------------------------------------ how many stand how
-- One row for whom it is of (its owner, a partner, a commune, a recommendation), of a theme and an audience; '' is any.
create table coordination.tally (
  of text not null check (of in ('owner', 'partner', 'commune', 'recommendation')),
  -- '' where there is none: without an owner, of the whole region.
  key text not null,
  theme text not null,
  audience text not null,
  proposed integer not null,
  under_way integer not null,
  done integer not null,
  abandoned integer not null,
  -- Over those under way and done: what they weigh, how far they came by that weight, and of how many anything is known.
  weight bigint not null,
  came numeric not null,
  known integer not null,
  primary key (of, theme, audience, key)
);
create index on coordination.tally (of, key);

-- Adds what came to stand and takes away what stood before, key after key in one order, so that two changes at once wait for each other and no more.
create function coordination.count_standing(gone coordination.standing[], come coordination.standing[]) returns void
  language sql security definer set search_path = '' as $$
  insert into coordination.tally as t (of, key, theme, audience, proposed, under_way, done, abandoned, weight, came, known)
  select c.of, c.key, c.theme, c.audience,
    coalesce(sum(c.sign) filter (where c.status = 'proposed'), 0), coalesce(sum(c.sign) filter (where c.status = 'under_way'), 0), coalesce(sum(c.sign) filter (where c.status = 'done'), 0),
    coalesce(sum(c.sign) filter (where c.status = 'abandoned'), 0),
    coalesce(sum(c.sign * c.weight) filter (where c.runs), 0), coalesce(sum(c.sign * c.weight * coalesce(c.progress, 0)) filter (where c.runs), 0),
    coalesce(sum(c.sign) filter (where c.runs and c.progress is not null), 0)
  from (
    select k.*, s.sign, s.status, s.progress, s.status in ('under_way', 'done') as runs
    from (select -1 as sign, g.* from unnest(gone) g union all select 1, n.* from unnest(come) n) s
    cross join lateral (
      select 'owner' as of, coalesce(s.organization_id::text, '') as key, theme, audience, 1 as weight
        from unnest(s.themes || array['']) theme, unnest(s.audiences || array['']) audience
      union all select 'partner', p::text, theme, audience, 1
        from unnest(s.partners) p, unnest(s.themes || array['']) theme, unnest(s.audiences || array['']) audience
      union all select 'commune', code, theme, audience, 1
        from unnest(case when s.commune_codes = '{}' then array[''] else s.commune_codes end) code, unnest(s.themes || array['']) theme, unnest(s.audiences || array['']) audience
      union all select 'recommendation', a.ask::text, '', '', a.weight from unnest(s.asks, s.weights) as a(ask, weight)) k
    where s.status <> 'draft') c
  group by 1, 2, 3, 4
  -- Nobody's figures are touched by a change that does not change them.
  having sum(c.sign) filter (where c.status = 'proposed') <> 0 or sum(c.sign) filter (where c.status = 'under_way') <> 0
    or sum(c.sign) filter (where c.status = 'done') <> 0 or sum(c.sign) filter (where c.status = 'abandoned') <> 0
    or sum(c.sign * c.weight) filter (where c.runs) <> 0 or sum(c.sign * c.weight * coalesce(c.progress, 0)) filter (where c.runs) <> 0
    or sum(c.sign) filter (where c.runs and c.progress is not null) <> 0
  order by 1, 2, 3, 4
  on conflict (of, theme, audience, key) do update set
    proposed = t.proposed + excluded.proposed, under_way = t.under_way + excluded.under_way, done = t.done + excluded.done,
    abandoned = t.abandoned + excluded.abandoned, weight = t.weight + excluded.weight, came = t.came + excluded.came, known = t.known + excluded.known
$$;
create function coordination.standing_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform coordination.count_standing('{}', array(select row(n.*)::coordination.standing from new_rows n));
  elsif tg_op = 'DELETE' then
    perform coordination.count_standing(array(select row(o.*)::coordination.standing from old_rows o), '{}');
  else
    -- What does not change the count comes and goes alike, and is left out by the sums.
    perform coordination.count_standing(array(select row(o.*)::coordination.standing from old_rows o), array(select row(n.*)::coordination.standing from new_rows n));
  end if;
  return null;
end $$;

-- Says again how these actions stand.
create function coordination.stand(actions uuid[]) returns void language sql security definer set search_path = '' as $$
  insert into coordination.standing as s
  select a.id, a.organization_id,
    array(select c.organization_id from coordination.commitment c where c.action_id = a.id and c.status = 'committed' order by 1),
    a.status, array(select distinct unnest(a.themes) order by 1), array(select distinct unnest(a.audiences) order by 1),
    array(select distinct unnest(a.commune_codes) order by 1),
    array(select x.recommendation_id from coordination.action_recommendation x where x.action_id = a.id order by 1),
    array(select x.weight from coordination.action_recommendation x where x.action_id = a.id order by x.recommendation_id),
    a.starts_on, coalesce(a.ends_on, 'infinity'), coalesce(a.declared_progress, a.progress),
    least((select min(p.due_on) from coordination.step p where p.action_id = a.id and p.ending is null), a.ends_on),
    (a.moved_at at time zone 'UTC')::date + a.rhythm_days + 1,
    exists (select from coordination.blocker b where b.action_id = a.id and b.kind = 'blocker' and b.closed_at is null),
    a.moved_at, coordination.plain(a.title)
  from coordination.action a where a.id = any (actions) order by a.id
  on conflict (action_id) do update set organization_id = excluded.organization_id, partners = excluded.partners, status = excluded.status,
    themes = excluded.themes, audiences = excluded.audiences, commune_codes = excluded.commune_codes, asks = excluded.asks, weights = excluded.weights,
    starts_on = excluded.starts_on, until = excluded.until, progress = excluded.progress, first_due = excluded.first_due,
    silent_from = excluded.silent_from, is_blocked = excluded.is_blocked, moved_at = excluded.moved_at, words = excluded.words
  where s.* is distinct from excluded.*
$$;
-- The first argument is the column that names the action.
create function coordination.keep_standing() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  actions uuid[];
begin
  execute case tg_op
    when 'INSERT' then format('select array_agg(distinct %I) from new_rows', tg_argv[0])
    when 'DELETE' then format('select array_agg(distinct %I) from old_rows', tg_argv[0])
    else format('select array_agg(distinct id) from (select %1$I as id from old_rows union select %1$I from new_rows) r', tg_argv[0]) end into actions;
  if actions is not null then perform coordination.stand(actions); end if;
  return null;
end $$;
do $$
declare t text; key text;
begin
  for t, key in values ('action', 'id'), ('step', 'action_id'), ('blocker', 'action_id'), ('commitment', 'action_id'), ('action_recommendation', 'action_id') loop
    execute format('create trigger stands_new after insert on coordination.%I referencing new table as new_rows
      for each statement execute function coordination.keep_standing(%L)', t, key);
    execute format('create trigger stands_changed after update on coordination.%I referencing old table as old_rows new table as new_rows
      for each statement execute function coordination.keep_standing(%L)', t, key);
    if t <> 'action' then
      execute format('create trigger stands_gone after delete on coordination.%I referencing old table as old_rows
        for each statement execute function coordination.keep_standing(%L)', t, key);
    end if;
  end loop;
end $$;
create trigger counted_new after insert on coordination.standing referencing new table as new_rows
  for each statement execute function coordination.standing_changed();
create trigger counted_changed after update on coordination.standing referencing old table as old_rows new table as new_rows
  for each statement execute function coordination.standing_changed();
create trigger counted_gone after delete on coordination.standing referencing old table as old_rows
  for each statement execute function coordination.standing_changed();

------------------------------------------------------------------------------------------ who sees
alter table coordination.standing enable row level security;
alter table coordination.standing force row level security;
alter table coordination.tally enable row level security;
alter table coordination.tally force row level security;
create policy owner on coordination.standing to istiqbal_owner using (true) with check (true);
create policy owner on coordination.tally to istiqbal_owner using (true) with check (true);
create policy seen on coordination.standing for select to istiqbal_app using (
  (status <> 'draft' and (select coordination.member()) is not null) or organization_id = (select coordination.speaker()));
create policy seen on coordination.tally for select to istiqbal_app using ((select coordination.member()) is not null);
grant select on coordination.standing, coordination.tally to istiqbal_app;

-- Arrays and parts of words are looked up past the policies, which would keep their indexes from being used; what comes back is held to them again.
create function coordination.in_commune(code text) returns setof uuid language sql stable security definer set search_path = '' rows 200 as $$
  select s.action_id from coordination.standing s where s.commune_codes @> array[code] and coordination.member() is not null
$$;
create function coordination.named(part text) returns setof uuid language sql stable security definer set search_path = '' rows 100 as $$
  select s.action_id from coordination.standing s
  where s.words like '%' || replace(replace(replace(coordination.plain(jsonb_build_object('', part)), '\', '\\'), '%', '\%'), '_', '\_') || '%'
    and coordination.member() is not null
  limit 5000
$$;

-- What there is already.
select coordination.stand(array_agg(a.id)) from coordination.action a having count(*) > 0;
