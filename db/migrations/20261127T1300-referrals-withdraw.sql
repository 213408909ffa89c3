-- Who takes back what he agreed to, by his own link or as the one who sent him, has his data erased at once: the consent goes with it.
create policy consents_erase_link on referrals.consents for delete to balie_app
  using ((select platform.scope_kind()) = 'link' and about_id = (select platform.scope_link_subject())
    and (select platform.scope_link_purpose()) in ('referrals.visitor', 'referrals.sender', 'referrals.appointment', 'referrals.call-back'));
create policy persons_erase_sender on referrals.persons for delete to balie_app
  using ((select platform.scope_kind()) = 'link' and about_id = (select platform.scope_link_subject())
    and (select platform.scope_link_purpose()) = 'referrals.sender');

-- The same for a sender with people in Balie: his own referrals to a desk, never those that were passed to him.
create function referrals.has_sent(referral uuid) returns boolean language sql stable
  as $$ select exists (select from referrals.referrals where id = referral and direction = 'in'
    and sender_organisation_id = any (platform.scope_partner_ids())) $$;
create policy consents_erase_sent on referrals.consents for delete to balie_app
  using ((select platform.scope_kind()) = 'partner' and about_kind = 'referral' and referrals.has_sent(about_id));
create policy persons_erase_sent on referrals.persons for delete to balie_app
  using ((select platform.scope_kind()) = 'partner' and about_kind = 'referral' and referrals.has_sent(about_id));

-- What a desk looks at once more, and what the figures count.
alter table referrals.referrals
  add column asked_visitor_at timestamptz,
  add column acts_again boolean not null default false,
  add column came_at timestamptz,
  add column refused_at timestamptz,
  add column answered_in smallint,
  add column warned_on date;
comment on column referrals.referrals.asked_visitor_at is 'When the visitor was asked by mail whether it helped: once.';
comment on column referrals.referrals.acts_again is 'The visitor said that it did not help: the desk looks at it once more, also when it is closed.';
comment on column referrals.referrals.came_at is 'When the receiver said that the visitor came; refused_at: that he cannot help, or has no room. Kept when the state goes on, for the figures.';
comment on column referrals.referrals.warned_on is 'When the coordinator was last told that nobody answers: once for each silence.';
comment on column referrals.referrals.answered_in is 'After how many working days the first answer came.';

create index referrals_acts_again on referrals.referrals (desk_id) where acts_again;

-- What a page of figures shows: counts, also for who may not see a row. How a warm referral ended is one of five, as far as it came.
create function referrals.count_referrals(from_day date, until_day date)
  returns table (warmth text, partner_id uuid, topic_code text, made integer, helped integer, came integer, refused integer,
    silent integer, other integer, answered_in smallint[])
  language sql stable security definer set search_path = pg_catalog
  as $$ select warmth, partner_id, topic_code, count(*)::integer,
      (count(*) filter (where ending = 'helped'))::integer, (count(*) filter (where ending = 'came'))::integer,
      (count(*) filter (where ending = 'refused'))::integer, (count(*) filter (where ending = 'silent'))::integer,
      (count(*) filter (where ending = 'other'))::integer,
      coalesce(array_agg(answered_in) filter (where answered_in is not null), '{}')
    from (
      select warmth, partner_id, topic_code, answered_in, case
          when warmth = 'plain' then null
          when state = 'helped' or outcome in ('helped', 'partly-helped') then 'helped'
          when came_at is not null then 'came'
          when refused_at is not null then 'refused'
          when answered_at is null then 'silent'
          else 'other' end as ending
      from referrals.referrals
      where direction = 'out' and made_on >= from_day and made_on < until_day
        and (platform.scope_kind() = 'nation' or municipality_code = any (platform.scope_municipality_codes())
          or library_id = any (platform.scope_library_ids()) or desk_id = any (platform.scope_desk_ids()))) as counted
    group by warmth, partner_id, topic_code $$;
comment on function referrals.count_referrals is 'Referrals to partners counted over days of making, within what somebody may count. What is too small is hidden by who shows it.';
revoke all on function referrals.count_referrals from public;
grant execute on function referrals.count_referrals to balie_app;
