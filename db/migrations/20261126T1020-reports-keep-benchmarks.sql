-- How the figures of an area compare with the average of all and of its peers (feature 2.3). Decision 0027.
create table reports.benchmarks (
  level text not null constraint benchmarks_level_known check (level in ('desk', 'library', 'municipality', 'province')),
  key text not null,
  until_month date not null constraint benchmarks_until_month_on_first check (extract(day from until_month) = 1),
  measure text not null,
  months smallint not null constraint benchmarks_months_a_year check (months between 1 and 12),
  value float8 not null,
  base integer not null,
  all_average float8,
  all_count integer,
  peers_average float8,
  peers_count integer,
  peer_traits jsonb,
  rank_from integer,
  rank_until integer,
  rank_of integer,
  reckoned_at timestamptz not null,
  primary key (level, key, until_month, measure),
  constraint benchmarks_peers_together check ((peers_average is null) = (peers_count is null) and (peers_average is null or peer_traits is not null)),
  constraint benchmarks_rank_among_ten check ((rank_from is null) = (rank_of is null) and (rank_until is null) = (rank_of is null)
    and rank_of >= 10 and rank_from between 1 and rank_until and rank_until <= rank_of)
);
comment on table reports.benchmarks is 'A measure of an area over the twelve months up to and including until_month, beside the average of all areas of its level and of its peers. Reckoned by the worker; kept for each month.';
comment on column reports.benchmarks.months is 'Over how many of the twelve months: fewer since it began later.';
comment on column reports.benchmarks.base is 'Of how many contacts or questions the value is.';
comment on column reports.benchmarks.all_average is 'Null where it would tell too much of one of them; peers_average is null too where there are no peers but all.';
comment on column reports.benchmarks.peer_traits is 'The classes that the peers share, from the first to the last: {"size": [0, 1], "urban": [1, 1], "hours": [2, 2]}. A trait that does not count is not there.';
comment on column reports.benchmarks.rank_from is 'Its place lies from here to rank_until among rank_of: the three at each end are told as one.';
alter table reports.benchmarks enable row level security;
create policy benchmarks_read on reports.benchmarks for select to balie_app, balie_worker
  using (platform.scope_covers(level, key));
create policy benchmarks_write on reports.benchmarks for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select on reports.benchmarks to balie_app;
grant select, insert, update, delete on reports.benchmarks to balie_worker;

-- Who registered: each desk of an area that registered in these days, or was there and did not, with the last day up to then on which
-- it registered anything or observed that nobody came. A desk that began after these days or closed before their end is not missed.
-- As the owner: the nation and a municipality do not see the figures of a desk. They learn here that it takes part, and no number.
create function reports.last_registered(wanted_level text, wanted_key text, from_day date, until_day date)
  returns table (desk_id uuid, last_day date) language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select desk.id, last.day
    from desks.desks as desk
    join organisations.municipalities as municipality on municipality.code = desk.municipality_code,
      lateral (select greatest(
        (select figure.starts_on from reports.figures as figure
          where figure.level = 'desk' and figure.key = desk.id::text and figure.grain = 'day' and figure.starts_on <= until_day
            and figure.cells ? 'contacts'
          order by figure.starts_on desc limit 1),
        (select max(quiet.observed_on) from contacts.quiet_hours as quiet
          where quiet.desk_id = desk.id and quiet.observed_on <= until_day and quiet.deleted_at is null)) as day
        -- Looked up once, and not again for each time that it is asked about below.
        offset 0) as last
    where platform.scope_covers(wanted_level, wanted_key)
      and wanted_key = case wanted_level
        when 'desk' then desk.id::text
        when 'library' then desk.library_id::text
        when 'municipality' then desk.municipality_code
        when 'province' then municipality.province_code
        when 'nation' then 'NL'
      end
      and (last.day >= from_day
        or (desk.active or desk.closed_on > until_day)
          and (last.day is not null or (desk.created_at at time zone 'Europe/Amsterdam')::date <= until_day))
  $$;

-- The days on which a desk registered anything, or observed that nobody came.
create function reports.registered_days(wanted_desk uuid, from_day date, until_day date) returns table (day date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select figure.starts_on from reports.figures as figure
    where platform.scope_covers('desk', wanted_desk::text) and figure.level = 'desk' and figure.key = wanted_desk::text
      and figure.grain = 'day' and figure.starts_on between from_day and until_day and figure.cells ? 'contacts'
    union
    select quiet.observed_on from contacts.quiet_hours as quiet
    where platform.scope_covers('desk', wanted_desk::text) and quiet.desk_id = wanted_desk
      and quiet.observed_on between from_day and until_day and quiet.deleted_at is null
  $$;
revoke execute on function reports.last_registered, reports.registered_days from public;
grant execute on function reports.last_registered, reports.registered_days to balie_app, balie_worker;
