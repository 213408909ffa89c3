-- How far inhabitants live from a desk (feature 3.7), added up for an area on the day that it was reckoned.
create table reports.coverage (
  level text not null constraint coverage_level_known check (level in ('municipality', 'province', 'nation')),
  key text not null,
  inhabitants integer not null,
  within_2_km integer not null,
  within_5_km integer not null,
  within_10_km integer not null,
  desks integer not null,
  nearest_desk_id uuid constraint coverage_nearest_desk references desks.desks (id),
  nearest_metres integer,
  reckoned_at timestamptz not null,
  primary key (level, key)
);
comment on table reports.coverage is 'Inhabitants by the distance as the crow flies from the middle of their postcode area to the nearest desk. nearest_desk: of a municipality without a desk.';
alter table reports.coverage enable row level security;
-- Where desks stand and where people live is no secret; everybody with figures may compare.
create policy coverage_read on reports.coverage for select to balie_app, balie_worker
  using ((select platform.scope_kind()) not in ('none', 'public', 'sign-in', 'self'));
create policy coverage_write on reports.coverage for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select on reports.coverage to balie_app;
grant select, insert, update, delete on reports.coverage to balie_worker;
