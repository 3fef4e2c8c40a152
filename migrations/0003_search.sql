-- The search index is derived from the directory by src/directory/search/refresh.ts and may be rebuilt at any time.
create extension if not exists fuzzystrmatch;

-- Words, taxonomy tags (t:health), places (in:024110101) and words of the name (n:santé) share one vector,
-- so that text and filters are answered by one index scan.
create table directory.service_document (
  service_id uuid primary key references directory.service on delete cascade,
  to_be_confirmed boolean not null,
  -- 0 for the first thousands of services, confirmed ones first, 1 for the next, 2 for all others:
  -- a word that half the directory uses is looked for where few are before it is looked for everywhere
  tier smallint not null,
  document tsvector not null
);
-- Kept inline where it fits: ranking would otherwise fetch each vector from the side table.
alter table directory.service_document alter column document set storage main;
create index service_document_words on directory.service_document using gin (document) with (fastupdate = off);
create index service_document_first on directory.service_document using gin (document) with (fastupdate = off) where tier = 0;
create index service_document_next on directory.service_document using gin (document) with (fastupdate = off) where tier = 1;
create index service_document_order on directory.service_document (to_be_confirmed, service_id);

-- Every word the directory and its taxonomies use: what an unknown word is corrected to.
create table directory.lexeme (
  word text not null,
  language text not null,
  stem text not null,
  -- consonants only, so that « passport » meets « passeport »; null when too short to tell words apart
  skeleton text,
  -- the word in ASCII, one letter for one: trigrams of other letters depend on the locale of the database
  spelling text not null,
  frequency integer not null,
  primary key (word, language)
);
create index on directory.lexeme (stem);
create index on directory.lexeme (skeleton) where skeleton is not null;
create index lexeme_trigrams on directory.lexeme using gin (spelling public.gin_trgm_ops) with (fastupdate = off);

-- Names and synonyms of taxonomy terms in every language, as stems: what carries a word from one language to another.
create table directory.term_phrase (
  phrase text not null,
  tag text not null,
  primary key (phrase, tag)
);
grant select on directory.service_document, directory.lexeme, directory.term_phrase to istiqbal_app;

create function directory.stem(word text, language text) returns text language sql immutable parallel safe
  return coalesce((case language
    when 'fr' then ts_lexize('french_stem', word)
    when 'en' then ts_lexize('english_stem', word)
    when 'es' then ts_lexize('spanish_stem', word)
    when 'ar' then ts_lexize('arabic_stem', word) end)[1], word);
create function directory.stems(word text) returns text[] language sql immutable parallel safe
  return array[word, directory.stem(word, 'fr'), directory.stem(word, 'en'), directory.stem(word, 'es'), directory.stem(word, 'ar')];

create aggregate directory.merge(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '', parallel = safe);
create function directory.compose(parts jsonb, tags text[]) returns tsvector language sql stable parallel safe
  return (
    with part as materialized (
      select p.weight, setweight(to_tsvector(p.config::regconfig, p.text), p.weight::"char") as vector
      from jsonb_to_recordset(parts) as p(config text, weight text, text text))
    select coalesce((select directory.merge(vector) from part), '')
      || coalesce((select array_to_tsvector(array_agg(distinct 'n:' || lexeme)) from part, unnest(tsvector_to_array(part.vector)) lexeme
                   where part.weight = 'A'), '')
      || coalesce((select string_agg(format('%L:1B', tag), ' ')::tsvector from unnest(tags) tag), ''));

-- A place and everything around it: what is offered to the whole region is offered in each of its communes.
create function directory.place_filter(place text) returns tsquery language sql stable
  return (
    with recursive around as (
      select t.code, t.parent_code, t.province_code from territory.territory t where t.code = place
      union
      select t.code, t.parent_code, t.province_code from territory.territory t join around a on t.code in (a.parent_code, a.province_code))
    select string_agg(format('%L', 'in:' || code), '|')::tsquery from (select code from around union select place union select 'MA') place(code));

-- `words` are folded (src/directory/search/folding.ts), stop words gone; `skeletons` and `spellings` go with them one by one.
create function directory.search(words text[], skeletons text[], spellings text[], filter tsquery, place text, lang text, skip integer, take integer)
  returns table (items jsonb, total bigint, corrected text[])
  -- Plans are made once per connection; reading a whole table is never the right one here, small as it may look.
  language plpgsql stable set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  cap constant integer := 200;
  weights constant real[] := '{0.1, 0.3, 0.6, 1}';
  n constant integer := coalesce(cardinality(words), 0);
  languages constant text[] := array['fr', 'en', 'es', 'ar'];
  wanted text[] := words;
  stemmed text[];
  choices text[] := '{}';
  named_choices text[] := '{}';
  phrases text[] := '{}';
  froms integer[] := '{}';
  tos integer[] := '{}';
  better text;
  choice text;
  hit record;
  every_word tsquery;
  in_name tsquery;
  any_word tsquery;
  spoken tsquery;
  around tsquery := case when place is not null then directory.place_filter(place) end;
  narrow tsquery := case when filter is null then around when around is null then filter else filter && around end;
  found uuid[];
begin
  for i in 1..n loop
    stemmed := directory.stems(words[i]);
    if not exists (select from directory.lexeme l where l.stem = any (stemmed)) then
      better := (
        select l.word from directory.lexeme l
        where l.skeleton = skeletons[i] and similarity(l.spelling, spellings[i]) >= 0.4 and levenshtein(l.spelling, spellings[i]) <= 3
        order by levenshtein(l.spelling, spellings[i]), l.frequency desc, l.word limit 1);
      if better is null then
        better := (
          select c.word from (
            select l.word, l.spelling, l.frequency, similarity(l.spelling, spellings[i]) as likeness from directory.lexeme l
            where l.spelling % spellings[i] and abs(length(l.word) - length(words[i])) <= 3
              and (l.spelling = l.word) = (spellings[i] = words[i])
            order by 4 desc, l.word limit 12) c
          where levenshtein(c.spelling, spellings[i]) <= greatest(1, length(words[i]) / 3)
          order by levenshtein(c.spelling, spellings[i]), c.likeness desc, c.frequency desc, c.word limit 1);
      end if;
      if better is not null then
        wanted[i] := better;
        stemmed := directory.stems(better);
      end if;
    elsif skeletons[i] is not null then
      stemmed := stemmed || array(
        select l.stem from directory.lexeme l
        where l.skeleton = skeletons[i] and l.word <> words[i] and similarity(l.spelling, spellings[i]) >= 0.45
        order by l.frequency desc limit 4);
    end if;
    choice := (select string_agg(distinct format('%L', s), '|') from unnest(stemmed) s);
    choices[i] := choice;
    named_choices[i] := (select string_agg(distinct format('%L', 'n:' || s), '|') from unnest(stemmed) s);
  end loop;

  if n > 0 then
    for l in 1..4 loop
      stemmed := array(select directory.stem(w, languages[l]) from unnest(wanted) with ordinality u(w, o) order by o);
      for i in 1..n loop
        for j in i..least(n, i + 3) loop
          phrases := phrases || array_to_string(stemmed[i:j], ' ');
          froms := froms || i;
          tos := tos || j;
        end loop;
      end loop;
    end loop;
    for hit in
      select distinct p.tag, k.f, k.t from unnest(phrases, froms, tos) k(phrase, f, t) join directory.term_phrase p on p.phrase = k.phrase
    loop
      for i in hit.f..hit.t loop
        choices[i] := choices[i] || '|' || quote_literal(hit.tag);
      end loop;
    end loop;
    every_word := ('(' || array_to_string(choices, ')&(') || ')')::tsquery;
    in_name := ('(' || array_to_string(named_choices, ')&(') || ')')::tsquery;
    spoken := array_to_string(choices, '|')::tsquery;
    if n > 1 then any_word := spoken; end if;
    if narrow is not null then
      every_word := every_word && narrow;
      in_name := in_name && narrow;
      any_word := any_word && narrow;
    end if;
    with first as materialized (
      select d.service_id, d.to_be_confirmed, (d.document @@ in_name)::integer + ts_rank(weights, d.document, spoken) as rank
      from directory.service_document d where d.tier = 0 and d.document @@ every_word limit cap),
    next as materialized (
      select d.service_id, d.to_be_confirmed, (d.document @@ in_name)::integer + ts_rank(weights, d.document, spoken) as rank
      from directory.service_document d
      where (select count(*) from first) < cap and d.tier = 1 and d.document @@ every_word limit cap),
    rest as materialized (
      select d.service_id, d.to_be_confirmed, (d.document @@ in_name)::integer + ts_rank(weights, d.document, spoken) as rank
      from directory.service_document d
      where (select count(*) from first) + (select count(*) from next) < cap and d.tier = 2 and d.document @@ every_word limit cap),
    -- when not all matches were looked at, those that say it in their name must still come first
    titled as (
      select d.service_id, d.to_be_confirmed, 1 + ts_rank(weights, d.document, spoken) as rank
      from directory.service_document d
      where (select count(*) from first) + (select count(*) from next) + (select count(*) from rest) >= cap and d.document @@ in_name limit cap),
    ranked as (
      select r.service_id, r.to_be_confirmed, max(r.rank) as rank
      from (select * from titled union all select * from first union all select * from next union all select * from rest) r group by 1, 2)
    select array_agg(r.service_id order by (r.rank * 10)::integer desc, r.to_be_confirmed, r.service_id) into found from ranked r;
    if found is null and any_word is not null then
      with first as materialized (
        select d.service_id, d.to_be_confirmed, ts_rank(weights, d.document, spoken) as rank
        from directory.service_document d where d.tier = 0 and d.document @@ any_word limit cap),
      rest as (
        select d.service_id, d.to_be_confirmed, ts_rank(weights, d.document, spoken) as rank
        from directory.service_document d
        where (select count(*) from first) = 0 and d.tier > 0 and d.document @@ any_word limit cap)
      select array_agg(r.service_id order by (r.rank * 10)::integer desc, r.to_be_confirmed, r.service_id) into found
      from (select * from first union all select * from rest) r;
    end if;
  elsif narrow is not null then
    select array_agg(r.service_id order by r.to_be_confirmed, r.service_id) into found
    from (select d.service_id, d.to_be_confirmed from directory.service_document d where d.document @@ narrow limit cap) r;
  else
    select array_agg(r.service_id order by r.to_be_confirmed, r.service_id) into found
    from (select d.service_id, d.to_be_confirmed from directory.service_document d order by d.to_be_confirmed, d.service_id limit cap) r;
  end if;

  total := least(coalesce(cardinality(found), 0), cap);
  corrected := case when wanted is distinct from words then wanted end;
  items := directory.cards(found[skip + 1:least(skip + take, cap)], lang);
  return next;
end $$;

-- What a result shows, in the reader's language when it was written, else as its source wrote it.
create function directory.cards(ids uuid[], lang text) returns jsonb language sql stable
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', s.id,
      'name', coalesce(st.name, s.name),
      'nameLanguage', case when st.name is not null then lang end,
      'description', coalesce(st.description, s.description),
      'descriptionLanguage', case when st.description is not null then lang end,
      'organizationId', o.id,
      'organizationName', coalesce(ot.name, o.name),
      'organizationLanguage', case when ot.name is not null then lang end,
      'place', (select string_agg(distinct case when lang = 'ar' then t.name_ar else t.name_fr end, ', ')
                from directory.service_at_location sl join directory.location l on l.id = sl.location_id
                join territory.territory t on t.code = l.commune_code
                where sl.service_id = s.id and l.vanished_at is null),
      'toBeConfirmed', s.to_be_confirmed,
      'checkedYear', s.source_year,
      'alert', coalesce(st.alert, s.alert),
      'alertLanguage', case when st.alert is not null then lang end) order by f.position), '[]')
    from unnest(ids) with ordinality f(id, position)
    join directory.service s on s.id = f.id
    join directory.organization o on o.id = s.organization_id
    left join directory.translation st on st.entity = 'service' and st.entity_id = s.id and st.language = lang
    left join directory.translation ot on ot.entity = 'organization' and ot.entity_id = o.id and ot.language = lang);
