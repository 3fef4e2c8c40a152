-- Search moves into the application's memory (docs/decisions/0009): what the database kept for it goes.
drop function directory.search(text[], text[], text[], tsquery, text, text, integer, integer);
drop function directory.cards(uuid[], text);
drop function directory.place_filter(text);
drop function directory.compose(jsonb, text[]);
drop aggregate directory.merge(tsvector);
drop function directory.stems(text);
drop function directory.stem(text, text);
drop table directory.service_document, directory.lexeme, directory.term_phrase;
drop extension fuzzystrmatch;

-- Whoever changes the directory, its version moves on in the same transaction, so that pages and the search know.
create function directory.move_on() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from changed) then
    update directory.version set number = number + 1, changed_at = now();
  end if;
  return null;
end $$;
create function directory.watch(watched regclass) returns void language plpgsql as $$
begin
  execute format('create trigger moves_on_insert after insert on %s referencing new table as changed for each statement execute function directory.move_on()', watched);
  execute format('create trigger moves_on_update after update on %s referencing new table as changed for each statement execute function directory.move_on()', watched);
  execute format('create trigger moves_on_delete after delete on %s referencing old table as changed for each statement execute function directory.move_on()', watched);
end $$;
select directory.watch(format('%I.%I', schemaname, tablename)::regclass) from pg_tables
where schemaname in ('directory', 'territory') and tablename not in ('version', 'source') order by tablename;
