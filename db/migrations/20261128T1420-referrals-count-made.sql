-- How many referrals were made in one municipality, for a goal on referring: counts, also for who may not see a row.
create function referrals.count_made(municipality text, from_day date, until_day date)
  returns table (warmth text, made integer)
  language sql stable security definer set search_path = pg_catalog
  as $$ select warmth, count(*)::integer
    from referrals.referrals
    where direction = 'out' and made_on >= from_day and made_on < until_day and municipality_code = municipality
      and (municipality = any (organisations.scope_municipalities()) or library_id = any (platform.scope_library_ids()))
    group by warmth $$;
comment on function referrals.count_made is 'Referrals to partners made in a municipality, by kind; of a library only its own. What is too small is hidden by who shows it.';
revoke all on function referrals.count_made from public;
grant execute on function referrals.count_made to balie_app;
