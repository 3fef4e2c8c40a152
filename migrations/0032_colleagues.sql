-- Someone who works at the acting desk, asked wherever work or trust is given to a person.
create function access.is_colleague(who uuid) returns boolean language sql stable as $$
  select exists (select from access.membership m where m.user_id = who and m.organization_id = access.acting_organization()
    and m.ended_at is null and m.role in ('agent', 'cell_manager'))
$$;
