-- Search over all services of all partners, of which a nation has a hundred thousand (docs/decisions/0031-search-of-the-directory.md).
-- Trusted since PostgreSQL 13: the owner of the database may add it.
create extension if not exists pg_trgm;

alter table directory.locations add column version integer not null default 1;
alter table directory.contact_persons add column version integer not null default 1;
create index hours_service on directory.hours (service_id) where service_id is not null;

-- A text as it is compared: without capitals and accents.
create function directory.plain(text) returns text language sql immutable strict parallel safe
  as $$ select translate(lower($1), 'áàâäãåéèêëíìîïóòôöõúùûüçñ', 'aaaaaaeeeeiiiiooooouuuucn') $$;

create table directory.search_entries (
  service_id uuid primary key constraint search_entries_service references directory.services (id) on delete cascade,
  partner_id uuid not null constraint search_entries_partner references directory.partners (id),
  name text not null,
  words tsvector not null,
  topic_codes text[] not null,
  areas text[] not null,
  latitudes float8[] not null,
  longitudes float8[] not null,
  languages text[] not null,
  target_groups text[] not null,
  review_on date not null
);
comment on table directory.search_entries is 'What a search goes by, one row for each service that is on offer. Kept by triggers, whoever changes an entry.';
comment on column directory.search_entries.areas is 'Codes of the municipalities that it serves or stands in; NL for the whole country.';
create index search_entries_partner on directory.search_entries (partner_id);
create index search_entries_words on directory.search_entries using gin (words);
create index search_entries_topics on directory.search_entries using gin (topic_codes);
create index search_entries_areas on directory.search_entries using gin (areas);

create table directory.search_words (
  word text primary key,
  stem text not null
);
comment on table directory.search_words is 'Every word that an entry ever held, to find what was meant by one with a typing error, and the long words that hold a short one. A word stays when its entry goes.';
create index search_words_stem on directory.search_words (stem text_pattern_ops);
create index search_words_alike on directory.search_words using gin (word gin_trgm_ops);

-- Planned anew each time: a plan made while the tables were small would go through all of them for every row of a large import.
create function directory.index_services(changed uuid[]) returns void language plpgsql security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan
as $$
begin
  delete from directory.search_entries e using directory.services s, directory.partners p
    where e.service_id = any (changed) and s.id = e.service_id and p.id = s.partner_id and (not s.active or p.ended_on is not null);
  insert into directory.search_entries as kept
    select s.id, s.partner_id, s.name,
      setweight(to_tsvector('pg_catalog.dutch', directory.plain(concat_ws(' ', s.name, p.name, p.short_name))), 'A')
        || setweight(to_tsvector('pg_catalog.dutch', directory.plain(concat_ws(' ', s.description, s.eligibility, p.description))), 'C')
        || setweight(to_tsvector('pg_catalog.dutch', directory.plain(coalesce(at.towns, ''))), 'D'),
      array(select topic_code from directory.service_topics where service_id = s.id),
      case when s.municipality_codes = '{}' then array['NL'] else s.municipality_codes end || coalesce(at.codes, '{}'),
      coalesce(at.latitudes, '{}'), coalesce(at.longitudes, '{}'), s.languages, s.target_groups, p.review_on
    from directory.services s join directory.partners p on p.id = s.partner_id
    left join lateral (
      select string_agg(distinct l.town, ' ') as towns,
        array_agg(distinct l.municipality_code) filter (where l.municipality_code is not null) as codes,
        array_agg(l.latitude order by l.id) filter (where l.latitude is not null and l.longitude is not null) as latitudes,
        array_agg(l.longitude order by l.id) filter (where l.latitude is not null and l.longitude is not null) as longitudes
      from directory.service_locations sl join directory.locations l on l.id = sl.location_id where sl.service_id = s.id) at on true
    where s.id = any (changed) and s.active and p.ended_on is null
  on conflict (service_id) do update set name = excluded.name, words = excluded.words, topic_codes = excluded.topic_codes, areas = excluded.areas,
    latitudes = excluded.latitudes, longitudes = excluded.longitudes, languages = excluded.languages,
    target_groups = excluded.target_groups, review_on = excluded.review_on;
  -- In one order, so that two who add words at once never wait for each other in a ring.
  insert into directory.search_words
    select told.word, stem.lexeme
    from (
      select distinct found.lexeme as word
      from directory.services s join directory.partners p on p.id = s.partner_id,
        unnest(to_tsvector('pg_catalog.simple', directory.plain(concat_ws(' ', s.name, p.name, p.short_name, s.description, p.description)))) found
      where s.id = any (changed) and found.lexeme ~ '^[[:alpha:]][[:alnum:]]{2,39}$') told,
      unnest(to_tsvector('pg_catalog.dutch', told.word)) stem
    where not exists (select from directory.search_words known where known.word = told.word)
    order by told.word
  on conflict do nothing;
end
$$;
comment on function directory.index_services is 'Makes the search entries of these services anew. For triggers alone.';
revoke all on function directory.index_services from public;

create function directory.index_changes() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan
as $$
begin
  case tg_table_name
    when 'partners' then perform directory.index_services(array(select s.id from directory.services s join changed on changed.id = s.partner_id));
    when 'services' then perform directory.index_services(array(select id from changed));
    when 'locations' then
      perform directory.index_services(array(select sl.service_id from directory.service_locations sl join changed on changed.id = sl.location_id));
    else perform directory.index_services(array(select distinct service_id from changed));
  end case;
  return null;
end
$$;
comment on function directory.index_changes is 'Keeps the search entries beside what they are made of, once for each statement.';
revoke all on function directory.index_changes from public;

create trigger partners_index after update on directory.partners referencing new table as changed for each statement execute function directory.index_changes();
create trigger services_index_add after insert on directory.services referencing new table as changed for each statement execute function directory.index_changes();
create trigger services_index_change after update on directory.services referencing new table as changed for each statement execute function directory.index_changes();
create trigger locations_index after update on directory.locations referencing new table as changed for each statement execute function directory.index_changes();
create trigger service_topics_index_add after insert on directory.service_topics referencing new table as changed for each statement execute function directory.index_changes();
create trigger service_topics_index_remove after delete on directory.service_topics referencing old table as changed for each statement execute function directory.index_changes();
create trigger service_locations_index_add after insert on directory.service_locations referencing new table as changed for each statement execute function directory.index_changes();
create trigger service_locations_index_remove after delete on directory.service_locations referencing old table as changed for each statement execute function directory.index_changes();

-- Row-level security would keep a search from its indexes: 'does this text match' is not a question that PostgreSQL dares to ask before it
-- knows that a row may be seen. All of this may be seen by everybody who has a scope, so the two functions ask for that and then look freely.
create function directory.scope_is_proven() returns boolean language sql stable
  as $$ select platform.scope_kind() <> 'none' $$;

create function directory.words_meant(typed text[]) returns table (told text, stem text, word text, mistaken boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public
as $$
declare
  one text;
  root text;
begin
  if not directory.scope_is_proven() then return; end if;
  foreach one in array typed loop
    select lexeme into root from unnest(to_tsvector('pg_catalog.dutch', directory.plain(one))) limit 1;
    -- Words that say nothing, as 'de' and 'een'.
    if root is null then continue; end if;
    if length(one) < 4
      or exists (select from directory.search_words w where w.stem like root || '%')
      or exists (select from directory.search_words w where w.word like '%' || directory.plain(one) || '%')
    then
      return query select one, root, one, false;
    else
      return query select one, w.stem, w.word, true from directory.search_words w
        where w.word % directory.plain(one) order by similarity(w.word, directory.plain(one)) desc, w.word limit 3;
      if not found then return query select one, root, one, false; end if;
    end if;
    -- 'hulpverlening' is meant in 'schuldhulpverlening' too.
    if length(one) > 4 then
      return query select one, w.stem, w.word, false from directory.search_words w
        where w.word like '_%' || directory.plain(one) || '%' limit 20;
    end if;
  end loop;
end
$$;
comment on function directory.words_meant is 'Which stems to look for by the words that somebody typed: their own, those of the longer words that hold them, and for a word that nobody ever wrote those of the words most like it (mistaken).';
revoke all on function directory.words_meant from public;

create function directory.search_services(
    query tsquery, names tsquery, topics text[], topic_needed boolean, around text[], here_latitude float8, here_longitude float8,
    in_languages text[], for_groups text[], open_day date, open_minute int, favoured uuid[], favoured_partners uuid[], today date, skipped int, most int)
  returns table (service_id uuid, metres float8, total bigint)
  language plpgsql stable security definer set search_path = pg_catalog, public
as $$
declare
  -- More than anybody looks through: of what comes after, the order no longer matters.
  most_ranked constant int := 1000;
  condition text := 'true';
  matching text := case when query is null and topics is null then 'true'
    when query is null then 'e.topic_codes && $3'
    when topics is null then 'e.words @@ $1'
    else '(e.words @@ $1 or e.topic_codes && $3)' end;
begin
  if not directory.scope_is_proven() then return; end if;
  if topic_needed then matching := concat_ws(' and ', 'e.topic_codes && $3', case when query is not null then 'e.words @@ $1' end); end if;
  if around is not null then condition := condition || ' and e.areas && $4'; end if;
  if in_languages is not null then condition := condition || ' and e.languages && $7'; end if;
  if for_groups is not null then condition := condition || ' and e.target_groups && $8'; end if;
  if open_day is not null then condition := condition || ' and directory.is_open(e.service_id, e.partner_id, $9, $10)'; end if;
  return query execute format($run$
    with found as (
      %s
      (select e.service_id from directory.search_entries e where %s and %s limit %s)
    ), ranked as (
      select e.service_id, e.name, e.review_on,
        -- What holds the words themselves goes before what only helps with the questions that they are about, likeliest first.
        case when e.words @@ $1 then 0.5 + ts_rank('{0.1, 0.2, 0.6, 1}', e.words, $1, 1) else 0 end
          + case when e.topic_codes && $3
              then (select 0.4 - 0.1 * min(array_position($3, code)) from unnest(e.topic_codes) code where code = any ($3)) else 0 end
          + case when e.service_id = any ($11) or e.partner_id = any ($15) then 1 else 0 end as score,
        (select min(sqrt(power((point.latitude - $5) * 111195, 2) + power((point.longitude - $6) * 111195 * cos(radians($5)), 2)))
          from unnest(e.latitudes, e.longitudes) as point (latitude, longitude)) as metres
      from found join directory.search_entries e using (service_id)
    )
    select service_id, metres, count(*) over ()
    from ranked
    order by score - least(coalesce(metres, 15000), 50000) / 100000 - case when review_on < $12 then 0.2 else 0 end desc, name, service_id
    offset $13 limit $14 $run$,
    -- Names and agreements first, so that none is left out of what is ranked. Around a place there is little enough to rank it all.
    case when names is null or around is not null then ''
        else format('(select e.service_id from directory.search_entries e where e.words @@ $2 and %s %s limit 300) union', condition,
          case when topic_needed then 'and e.topic_codes && $3' else '' end) end
      || case when favoured = '{}' and favoured_partners = '{}' then ''
        else format('(select e.service_id from directory.search_entries e where (e.service_id = any ($11) or e.partner_id = any ($15)) and %s and %s) union', condition, matching) end,
    condition, matching, case when around is null then most_ranked else 2 * most_ranked end)
  using query, names, coalesce(topics, '{}'), around, here_latitude, here_longitude, in_languages, for_groups, open_day, open_minute,
    coalesce(favoured, '{}'), today, skipped, most, coalesce(favoured_partners, '{}');
end
$$;
comment on function directory.search_services is 'The services that fit, best first, with how far the nearest place of each is and how many there are (no more than are ranked).';
revoke all on function directory.search_services from public;

create function directory.is_open(service uuid, partner uuid, day date, minute int) returns boolean
  language sql stable security definer set search_path = pg_catalog
as $$
  with own as (
    select h.* from directory.hours h where h.service_id = service
  ), meant as (
    select * from own
    union all
    select h.* from directory.hours h where h.partner_id = partner and h.service_id is null and not exists (select from own)
      and (h.location_id is null or exists (select from directory.service_locations sl where sl.service_id = service and sl.location_id = h.location_id))
  )
  select exists (
    select from meant, (values (0), (1)) as before (days)
    where weekday = extract(isodow from day - before.days)
      and (from_day is null or from_day <= day - before.days) and (until_day is null or until_day > day - before.days)
      and minute + 1440 * before.days >= opens and minute + 1440 * before.days < closes)
$$;
comment on function directory.is_open is 'Whether a service can be reached at a minute of a local day: by its own hours, or else by those of its places and its partner. The night of the day before counts.';
revoke all on function directory.is_open from public;
grant execute on function directory.words_meant, directory.search_services, directory.is_open, directory.scope_is_proven to balie_app, balie_worker;

alter table directory.search_entries enable row level security;
create policy search_entries_read on directory.search_entries for select to balie_app, balie_worker using ((select platform.scope_kind()) <> 'none');
grant select on directory.search_entries to balie_app, balie_worker;
alter table directory.search_words enable row level security;
create policy search_words_read on directory.search_words for select to balie_app, balie_worker using ((select platform.scope_kind()) <> 'none');
grant select on directory.search_words to balie_app, balie_worker;
