-- What the list of published plans says of each, kept beside the publication: nobody unpacks whole plans to list them.
create function plans.summary_of(content jsonb) returns jsonb language sql immutable as $$
  select jsonb_build_object(
    'title', content -> 'plan' -> 'title',
    'commune', content -> 'names' -> 'commune',
    'communeCode', content -> 'plan' ->> 'commune_code',
    'firstYear', (content -> 'plan' ->> 'first_year')::int,
    'stage', content -> 'plan' ->> 'stage',
    'projects', (select count(*) from jsonb_array_elements(content -> 'project') p where p ->> 'status' <> 'dropped'),
    'done', (select count(*) from jsonb_array_elements(content -> 'project') p where p ->> 'status' = 'done'),
    'forMigration', (select count(*) from jsonb_array_elements(content -> 'project') p
      where p ->> 'status' <> 'dropped' and (p ->> 'migration_marker')::int > 0),
    'cost', (select coalesce(sum((c ->> 'amount')::numeric), 0) from jsonb_array_elements(content -> 'cost') c
      where c ->> 'project_id' not in (select p ->> 'id' from jsonb_array_elements(content -> 'project') p where p ->> 'status' = 'dropped')))
$$;
alter table plans.publication add column summary jsonb not null generated always as (plans.summary_of(content)) stored;
create index on plans.publication ((summary ->> 'communeCode'));
