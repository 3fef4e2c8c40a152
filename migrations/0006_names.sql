-- The name of an organisation or service in the language asked for, or its own where it has no translation.
create function directory.name_in(wanted text, id uuid, own text) returns text language sql stable
  return coalesce((select t.name from directory.translation t
    where t.entity_id = name_in.id and t.language = name_in.wanted and t.entity in ('organization', 'service')), own);
