-- What a municipality sees of the people whom its own counters sent to a desk (guide § 4.4): counts by quarter, no row of anybody.
create function referrals.count_sent(from_day date, until_day date)
  returns table (municipality_code text, quarter text, desk_id uuid, made integer, came integer, helped integer, refused integer, running integer)
  language sql stable security definer set search_path = pg_catalog
  as $$ select sender.municipality_code, to_char(sent.made_on, 'YYYY-Q'), sent.desk_id, count(*)::integer,
      (count(*) filter (where ending = 'came'))::integer, (count(*) filter (where ending = 'helped'))::integer,
      (count(*) filter (where ending = 'refused'))::integer, (count(*) filter (where ending = 'running'))::integer
    from (
      select made_on, desk_id, sender_organisation_id, case
          when state = 'helped' or outcome in ('helped', 'partly-helped') then 'helped'
          when came_at is not null then 'came'
          when refused_at is not null then 'refused'
          when closed_at is null then 'running'
          else 'other' end as ending
      from referrals.referrals
      where direction = 'in' and sender_kind = 'municipality' and made_on >= from_day and made_on < until_day) as sent
    join organisations.organisations as sender on sender.id = sent.sender_organisation_id
    where sender.municipality_code = any (organisations.scope_municipalities())
    group by sender.municipality_code, to_char(sent.made_on, 'YYYY-Q'), sent.desk_id $$;
comment on function referrals.count_sent is 'Whom the counters of a municipality sent to desks, counted by quarter and desk. What is too small is hidden by who shows it.';
revoke all on function referrals.count_sent from public;
grant execute on function referrals.count_sent to balie_app;
