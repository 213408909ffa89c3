-- Up to here a partner whose term still ran counted as one who does not answer.
drop function referrals.count_referrals(date, date);
-- What a page of figures shows: counts, also for who may not see a row. How a warm referral ended is one of six, as far as it came.
create function referrals.count_referrals(from_day date, until_day date, today date)
  returns table (warmth text, partner_id uuid, topic_code text, made integer, helped integer, came integer, refused integer,
    silent integer, running integer, other integer, answered_in smallint[])
  language sql stable security definer set search_path = pg_catalog
  as $$ select warmth, partner_id, topic_code, count(*)::integer,
      (count(*) filter (where ending = 'helped'))::integer, (count(*) filter (where ending = 'came'))::integer,
      (count(*) filter (where ending = 'refused'))::integer, (count(*) filter (where ending = 'silent'))::integer,
      (count(*) filter (where ending = 'running'))::integer, (count(*) filter (where ending = 'other'))::integer,
      coalesce(array_agg(answered_in) filter (where answered_in is not null), '{}')
    from (
      select warmth, partner_id, topic_code, answered_in, case
          when warmth = 'plain' then null
          when state = 'helped' or outcome in ('helped', 'partly-helped') then 'helped'
          when came_at is not null then 'came'
          when refused_at is not null then 'refused'
          when closed_at is null and answered_at is null and reminded_on is null and remind_on > today then 'running'
          when answered_at is null then 'silent'
          when state in ('received', 'appointment') then 'running'
          else 'other' end as ending
      from referrals.referrals
      where direction = 'out' and made_on >= from_day and made_on < until_day
        and (platform.scope_kind() = 'nation' or municipality_code = any (platform.scope_municipality_codes())
          or library_id = any (platform.scope_library_ids()) or desk_id = any (platform.scope_desk_ids()))) as counted
    group by warmth, partner_id, topic_code $$;
comment on function referrals.count_referrals is 'Referrals to partners counted over days of making, within what somebody may count. What is too small is hidden by who shows it.';
revoke all on function referrals.count_referrals from public;
grant execute on function referrals.count_referrals to balie_app;
