-- A person asks that what is held of them be erased (law 09-08): the request with its delay, and the one door through which it is done.

------------------------------------------------------------------------------------------ the request
alter table cases.delay drop constraint delay_kind_check, add constraint delay_kind_check check (kind in ('acknowledge', 'answer', 'erase'));

create table people.erasure (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  reference text not null unique,
  -- Of whom it was asked, or of which case when nobody wrote a name. The person's row goes and this stays: it points at nothing then.
  person_id uuid,
  case_id uuid references cases."case",
  cause text not null check (cause in ('consent_withdrawn', 'asked')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- As the delay was that day.
  days smallint not null,
  source text not null,
  source_ar text,
  due_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  outcome text check (outcome in ('erased', 'refused')),
  reason text,
  law text,
  -- What was erased, in numbers, and every record that was this person: identifiers of nobody, so that whoever still has one is told.
  counts jsonb,
  records uuid[] not null default '{}',
  -- Organisations that received something of it and may hold a copy of their own.
  receivers uuid[] not null default '{}',
  check ((person_id is null) <> (case_id is null)),
  check ((settled_at is null) = (outcome is null) and (settled_at is null) = (settled_by is null)),
  check ((outcome = 'refused') = (reason is not null)),
  check (law is null or outcome = 'refused')
);
create index on people.erasure (organization_id, due_at) where settled_at is null;
create index on people.erasure (person_id);
create index on people.erasure using gin (records);
alter table people.erasure enable row level security;
alter table people.erasure force row level security;
create policy own_organization on people.erasure for select to istiqbal_app
  using (organization_id = (select access.acting_organization_as('agent', 'cell_manager')));
create policy desk_asks on people.erasure for insert to istiqbal_app
  with check (organization_id = (select access.acting_organization_as('agent', 'cell_manager')) and asked_by = (select access.acting_user())
              and settled_at is null);
-- By hand only a refusal is written: that it was done is written by what did it.
create policy head_of_cell_refuses on people.erasure for update to istiqbal_app
  using (organization_id = (select access.acting_organization_as('cell_manager')) and settled_at is null)
  with check (outcome = 'refused' and settled_by = (select access.acting_user()));
grant select, insert, update (settled_by, settled_at, outcome, reason, law) on people.erasure to istiqbal_app;

------------------------------------------------------------------------------------------ an erased file takes no more words
alter table cases."case" add erased_at timestamptz;
-- A device may have written something down while it was offline. `IQ001`: the message is the code of the refusal.
create function cases.refuse_words_on_erased() returns trigger language plpgsql set search_path = '' as $$
declare
  subject constant uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if current_user = 'istiqbal_eraser' then return new; end if;
  -- Waits for an erasure that is being carried out, and only then looks what became of the file.
  perform from cases."case" c where c.id = subject for key share;
  if tg_table_name = 'custom_value' then
    -- An answer is about a case, a visit or a person, and no foreign key tells which.
    perform from people.person p where p.id = subject for key share;
    if exists (select from people.erasure e where e.records @> array[subject]) then
      raise exception 'file_erased' using errcode = 'IQ001';
    end if;
  end if;
  if exists (select from cases."case" c where c.id = subject and c.erased_at is not null) then
    raise exception 'file_erased' using errcode = 'IQ001';
  end if;
  return new;
end $$;
do $$
declare t text;
begin
  foreach t in array array['cases.note', 'cases.step', 'cases.contact', 'cases.attachment', 'cases.letter', 'people.consent', 'referrals.referral'] loop
    execute format('create trigger refuse_words_on_erased before insert or update on %s
      for each row execute function cases.refuse_words_on_erased(''case_id'')', t);
  end loop;
end $$;
create trigger refuse_words_on_erased before insert on desk.visit
  for each row when (new.about_case_id is not null) execute function cases.refuse_words_on_erased('about_case_id');
create trigger refuse_words_on_erased before insert or update on desk.custom_value
  for each row execute function cases.refuse_words_on_erased('subject_id');
create trigger refuse_words_on_erased before update on cases."case"
  for each row when (old.erased_at is not null) execute function cases.refuse_words_on_erased('id');

------------------------------------------------------------------------------------------ who erases
-- Nobody can sign in as istiqbal_eraser: it runs the functions below and nothing else.
do $$
declare t text;
begin
  foreach t in array array['people.erasure', 'people.person', 'people.person_name', 'people.matching_key', 'people.relationship', 'people.household',
      'people.not_same', 'people.likely_pair', 'people.merge', 'people.consent', 'desk.visit', 'desk.custom_field', 'desk.custom_value',
      'cases."case"', 'cases.note', 'cases.step', 'cases.contact', 'cases.attachment', 'cases.letter', 'cases.clock', 'cases.clock_pause',
      'cases.register_import', 'cases.register_row', 'cases.register_export', 'referrals.referral', 'files.file',
      'platform.journal', 'platform.message'] loop
    execute format('create policy erases on %s to istiqbal_eraser using (true) with check (true)', t);
    execute format('grant select on %s to istiqbal_eraser', t);
  end loop;
end $$;
grant usage on schema people, desk, cases, referrals, files, platform, access to istiqbal_eraser;
grant execute on function access.acting_organization_as(access.role[]), access.acting_user() to istiqbal_eraser;
grant update (settled_by, settled_at, outcome, counts, records, receivers) on people.erasure to istiqbal_eraser;
-- To hold a person's row while it is erased takes a right to change some of it.
grant update (updated_at) on people.person to istiqbal_eraser;
grant update (interpreter, representative_name, representative_link, childs_wish) on people.consent to istiqbal_eraser;
grant update (note, person_id) on desk.visit to istiqbal_eraser;
grant update (summary, status_note, person_id, erased_at) on cases."case" to istiqbal_eraser;
grant update (pause_reason) on cases.clock to istiqbal_eraser;
grant update (reason) on cases.clock_pause to istiqbal_eraser;
grant update (columns) on cases.register_import to istiqbal_eraser;
grant update (alike) on cases.register_row to istiqbal_eraser;
grant update (state, file_id) on cases.register_export to istiqbal_eraser;
grant update (status, shared, reason, answer_note, outcome_note) on referrals.referral to istiqbal_eraser;
grant update (payload) on platform.journal to istiqbal_eraser;
grant delete on people.person, people.person_name, people.matching_key, people.relationship, people.household, people.not_same, people.likely_pair,
  people.merge, desk.custom_value, cases.note, cases.step, cases.contact, cases.attachment, cases.letter, cases.register_row, files.file,
  platform.message to istiqbal_eraser;

-- The journal stays append-only but for this: an erasure takes the words of an event, never its kind, its time or who did it.
create or replace function platform.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if current_user = 'istiqbal_eraser' and new.payload = '{"erased": true}' and to_jsonb(new) - 'payload' = to_jsonb(old) - 'payload' then
      return new;
    end if;
  end if;
  raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end $$;

grant create on schema people to istiqbal_eraser;
set local role istiqbal_eraser;

-- All that is this person's: every record, the cases, the visits and the chain of visits around them, what was sent on. Null for who may not ask.
create function people.extent_of_erasure(asked uuid, out records uuid[], out cases uuid[], out visits uuid[], out referrals uuid[])
  language plpgsql stable security definer set search_path = '' as $$
declare
  wanted people.erasure;
begin
  select * into wanted from people.erasure e
    where e.id = asked and e.settled_at is null and e.organization_id = access.acting_organization_as('agent', 'cell_manager');
  if wanted.id is null then return; end if;
  -- A case that bore no name when it was asked may bear one now.
  select array(select r from people.records_of(coalesce(wanted.person_id, (select c.person_id from cases."case" c where c.id = wanted.case_id))) r
               where r is not null) into records;
  select array(select c.id from cases."case" c where c.person_id = any (records) or c.id = wanted.case_id) into cases;
  with recursive own as (
    select v.id, v.previous_visit_id from desk.visit v where v.person_id = any (records)
    union select v.id, v.previous_visit_id from desk.visit v where v.about_case_id = any (cases)
    union select v.id, v.previous_visit_id from cases."case" c join desk.visit v on v.id = c.visit_id where c.id = any (cases)),
  found as (
    select o.id, o.previous_visit_id from own o
    union
    select v.id, v.previous_visit_id from found f join desk.visit v on v.id = f.previous_visit_id or v.previous_visit_id = f.id
    -- Someone else may have come with the same slip.
    where (v.person_id is null or v.person_id = any (records))
      and not exists (select from cases."case" c where (c.visit_id = v.id or c.id = v.about_case_id) and c.id <> all (cases)))
  select array(select f.id from found f) into visits;
  select array(select r.id from referrals.referral r where r.case_id = any (cases)) into referrals;
end $$;

-- The rows of registers that are this person: brought in as them, decided to be them, surely like them, and those said to be the same as one of these.
create function people.register_rows_of(people uuid[], visits uuid[], cases uuid[]) returns table (import_id uuid, n integer, cells text[])
  language sql stable set search_path = '' as $$
    with recursive found as (
      select r.import_id, r.n, r.cells from cases.register_import i join cases.register_row r on r.import_id = i.id
      where i.organization_id = access.acting_organization_as('agent', 'cell_manager') and (r.person_id = any (people) or r.known_person_id = any (people) or r.visit_id = any (visits) or r.case_id = any (cases)
         or exists (select from jsonb_array_elements(r.alike) a where (a ->> 'personId')::uuid = any (people) and (a ->> 'sure')::boolean))
      union
      select r.import_id, r.n, r.cells from found f join cases.register_row r on r.import_id = f.import_id and r.same_as_row = f.n)
    select * from found $$;

-- What goes and what stays, in numbers, also of what the asking person may not read; null for who may not ask.
create function people.count_erasure(asked uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  x record;
begin
  select * into x from people.extent_of_erasure(asked);
  if x.records is null then return null; end if;
  return jsonb_build_object(
    'records', cardinality(x.records),
    'names', (select count(*) from people.person p where p.id = any (x.records))
             + (select count(*) from people.person_name n where n.person_id = any (x.records)),
    'links', (select count(*) from people.relationship r where r.person_id = any (x.records) or r.other_person_id = any (x.records))
             + (select count(*) from people.person o where o.id <> all (x.records)
                and o.household_id in (select p.household_id from people.person p where p.id = any (x.records))),
    'notes', (select count(*) from cases.note n where n.case_id = any (x.cases)),
    'texts', (select count(*) from cases."case" c where c.id = any (x.cases) and c.summary is not null)
             + (select count(*) from cases."case" c where c.id = any (x.cases) and c.status_note is not null)
             + (select count(*) from desk.visit v where v.id = any (x.visits) and v.note is not null),
    'attachments', (select count(*) from cases.attachment a where a.case_id = any (x.cases) and a.file_id is not null),
    'letters', (select count(*) from cases.letter l where l.case_id = any (x.cases)),
    'steps', (select count(*) from cases.step s where s.case_id = any (x.cases)),
    'contacts', (select count(*) from cases.contact t where t.case_id = any (x.cases) or t.person_id = any (x.records)),
    'answers', (select count(*) from desk.custom_value v join desk.custom_field f on f.id = v.field_id
                where v.subject_id = any (x.records || x.cases || x.visits) and (f.sensitivity <> 'plain' or f.kind = 'text' or f.subject = 'person')),
    'copies', (select count(*) from referrals.referral r where r.id = any (x.referrals) and r.shared <> '{}'),
    'rows', (select count(*) from people.register_rows_of(x.records, x.visits, x.cases)),
    'exports', (select count(distinct e.id) from platform.journal j join cases.register_export e on e.id = j.command_id
                where j.subject_id = any (x.records) and j.kind = 'part_of_export' and e.file_id is not null),
    'cases', cardinality(x.cases),
    'visits', cardinality(x.visits));
end $$;

-- The sealed bytes of what goes: without their key nobody reads them, and a job removes them.
create function people.blobs_of_erasure(asked uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
    with x as (select * from people.extent_of_erasure(asked)),
    going as (
      select a.file_id from x join cases.attachment a on a.case_id = any (x.cases)
      union select i.file_id from x cross join people.register_rows_of(x.records, x.visits, x.cases) r join cases.register_import i on i.id = r.import_id
      union select e.file_id from x join platform.journal j on j.subject_id = any (x.records) and j.kind = 'part_of_export'
            join cases.register_export e on e.id = j.command_id)
    select f.blob from going g join files.file f on f.id = g.file_id $$;

-- The whole erasure, in the transaction that says it was done.
create function people.erase(asked uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  own constant uuid := access.acting_organization_as('cell_manager');
  wanted people.erasure;
  told jsonb;
  receivers_of uuid[];
  x record;
  near uuid[];
  homes uuid[];
  gone jsonb;
  files_gone uuid[];
begin
  select * into wanted from people.erasure e where e.id = asked and e.organization_id = own and e.settled_at is null for update;
  if wanted.id is null then
    raise exception 'no erasure to carry out here' using errcode = 'insufficient_privilege';
  end if;
  -- Whoever is writing about the person is waited for, and from here on waits for us: first all that could bring a case more, then the cases.
  select * into x from people.extent_of_erasure(asked);
  perform from people.person p where p.id = any (x.records) for update;
  select * into x from people.extent_of_erasure(asked);
  perform from cases."case" c where c.id = any (x.cases) for update;
  select * into x from people.extent_of_erasure(asked);
  if exists (select from cases."case" c where c.id = any (x.cases) and c.closed_at is null) then
    raise exception 'cases_still_open' using errcode = 'IQ001';
  end if;
  told := people.count_erasure(asked);
  receivers_of := array(select distinct r.receiver_organization_id from referrals.referral r where r.id = any (x.referrals));

  -- Read before it goes: who is near, whose events name this person by identifier; the household; rows of registers; files.
  near := array(
    select case when r.person_id = any (x.records) then r.other_person_id else r.person_id end from people.relationship r
      where r.person_id = any (x.records) or r.other_person_id = any (x.records)
    union select unnest(array[n.a, n.b]) from people.not_same n where n.a = any (x.records) or n.b = any (x.records)
    union select unnest(array[m.kept_id, m.merged_id]) from people.merge m where m.kept_id = any (x.records) or m.merged_id = any (x.records)
    union select o.id from people.person o where o.household_id in (select p.household_id from people.person p where p.id = any (x.records)));
  homes := array(select p.household_id from people.person p where p.id = any (x.records) and p.household_id is not null);
  gone := (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from people.register_rows_of(x.records, x.visits, x.cases) r);
  files_gone := array(select f.id from files.file f where f.blob in (select people.blobs_of_erasure(asked)));

  -- What registers and exports kept.
  delete from cases.register_row r using jsonb_to_recordset(gone) as g(import_id uuid, n integer) where r.import_id = g.import_id and r.n = g.n;
  update cases.register_row r set alike = coalesce((
      select jsonb_agg(a) from jsonb_array_elements(r.alike) a
      where ((a ->> 'personId')::uuid = any (x.records)) is not true
        and not exists (select from jsonb_to_recordset(gone) as g(import_id uuid, n integer)
                        where g.import_id = r.import_id and g.n = (a ->> 'row')::integer)), '[]')
    where r.organization_id = own and r.alike <> '[]';
  update cases.register_import i set columns = coalesce((
      select jsonb_agg(k || jsonb_build_object(
        'samples', (select coalesce(jsonb_agg(s), '[]') from jsonb_array_elements_text(k -> 'samples') s where s <> all (c.words)),
        'words', (select coalesce(jsonb_agg(w), '[]') from jsonb_array_elements(k -> 'words') w where w ->> 'word' <> all (c.words))))
      from jsonb_array_elements(i.columns) k), '[]')
    from (select g.import_id, array_agg(w) as words
          from jsonb_to_recordset(gone) as g(import_id uuid, cells text[]), unnest(g.cells) w group by g.import_id) c
    where i.id = c.import_id;
  update cases.register_export e set state = 'removed' where e.file_id = any (files_gone);
  -- A file goes with its key.
  delete from cases.attachment a where a.case_id = any (x.cases);
  delete from files.file f where f.id = any (files_gone);

  -- What waits to be sent to the person or about their request.
  delete from platform.message m
    where m.recipient in (select p.email from people.person p where p.id = any (x.records))
       or exists (select from cases."case" c where c.id = any (x.cases) and position(c.reference in m.body) > 0);

  -- The cases and visits stay as numbers.
  delete from cases.note n where n.case_id = any (x.cases);
  delete from cases.step s where s.case_id = any (x.cases);
  delete from cases.letter l where l.case_id = any (x.cases);
  delete from cases.contact t where t.case_id = any (x.cases) or t.person_id = any (x.records);
  update cases.clock k set pause_reason = null where k.case_id = any (x.cases) and k.pause_reason is not null;
  update cases.clock_pause z set reason = '' where z.clock_id in (select k.id from cases.clock k where k.case_id = any (x.cases));
  delete from desk.custom_value v using desk.custom_field f
    where f.id = v.field_id and v.subject_id = any (x.records || x.cases || x.visits)
      and (f.sensitivity <> 'plain' or f.kind = 'text' or f.subject = 'person');
  update people.consent k set interpreter = null, representative_name = null, representative_link = null, childs_wish = null
    where k.case_id = any (x.cases);
  update referrals.referral r set shared = '{}', reason = '', answer_note = null, outcome_note = null,
      status = case when r.status in ('sent', 'accepted') then 'withdrawn' else r.status end
    where r.id = any (x.referrals);
  update desk.visit v set note = null, person_id = null where v.id = any (x.visits);
  update cases."case" c set summary = null, status_note = null, person_id = null, erased_at = now() where c.id = any (x.cases);

  -- Who it was.
  delete from people.relationship r where r.person_id = any (x.records) or r.other_person_id = any (x.records);
  delete from people.not_same n where n.a = any (x.records) or n.b = any (x.records);
  delete from people.likely_pair k where k.a = any (x.records) or k.b = any (x.records);
  delete from people.merge m where m.kept_id = any (x.records) or m.merged_id = any (x.records);
  delete from people.matching_key k where k.person_id = any (x.records);
  delete from people.person_name n where n.person_id = any (x.records);
  delete from people.person p where p.id = any (x.records);
  delete from people.household h where h.id = any (homes) and not exists (select from people.person p where p.household_id = h.id);

  update platform.journal j set payload = '{"erased": true}'
    where j.payload <> '{}' and (
      j.subject_id = any (x.records || x.cases || x.visits || x.referrals)
      or (j.subject_id = any (near) and exists (select from unnest(x.records) r where position(r::text in j.payload::text) > 0)));
  -- Another request about the same person is answered with this one.
  update people.erasure e set outcome = 'erased', settled_by = access.acting_user(), settled_at = now(), counts = told, records = x.records,
      receivers = receivers_of
    where e.organization_id = own and e.settled_at is null and (e.id = asked or e.person_id = any (x.records) or e.case_id = any (x.cases));
end $$;
revoke execute on function people.extent_of_erasure(uuid), people.register_rows_of(uuid[], uuid[], uuid[]), people.count_erasure(uuid),
  people.blobs_of_erasure(uuid), people.erase(uuid) from public;
grant execute on function people.count_erasure(uuid), people.blobs_of_erasure(uuid), people.erase(uuid) to istiqbal_app;
set local role istiqbal_owner;
revoke create on schema people from istiqbal_eraser;
