-- A municipality that merged lives on in its successor: what it kept stays under its own code, and its successor keeps it further.

create function organisations.scope_municipalities() returns text[] language sql stable
  as $$ with recursive reached(code) as (
      -- A support institution has municipalities in its scope too: it sees guarded figures, and nothing of what these keep.
      select unnest(platform.scope_municipality_codes()) where platform.scope_kind() = 'municipality'
      union
      select ended.code from organisations.municipalities ended join reached on ended.successor_code = reached.code)
    select coalesce(array_agg(code), '{}') from reached $$;
comment on function organisations.scope_municipalities is 'The municipalities that somebody works for, with those that merged into them.';
