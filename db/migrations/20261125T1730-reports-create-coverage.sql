-- How far inhabitants live from a desk (feature 3.7), added up for an area. Decision 0020.
create table reports.coverage (
  level text not null constraint coverage_level_known check (level in ('municipality', 'province', 'nation')),
  key text not null,
  inhabitants integer not null,
  within_2_km integer not null,
  within_5_km integer not null,
  within_10_km integer not null,
  within_5_km_with_stops integer not null,
  desks integer not null,
  desks_without_point integer not null,
  stops integer not null,
  nearest_desk_id uuid constraint coverage_nearest_desk references desks.desks (id),
  nearest_metres integer,
  since timestamptz not null,
  primary key (level, key)
);
comment on table reports.coverage is 'Inhabitants by the distance as the crow flies from the middle of their postcode area to the nearest desk that stands somewhere.';
comment on column reports.coverage.within_5_km_with_stops is 'The same, counting the places of desks that move as well, as far as something is planned there.';
comment on column reports.coverage.desks_without_point is 'Of desks: those of which nobody knows where they stand. They count as desks, and bring nobody nearer.';
comment on column reports.coverage.nearest_desk_id is 'Of a municipality without a desk: the one to which its inhabitants have the shortest way on average, nearest_metres.';
comment on column reports.coverage.since is 'Since when it is so.';
create index coverage_nearest_desk_id on reports.coverage (nearest_desk_id);
alter table reports.coverage enable row level security;
-- Where desks stand and where people live is no secret; everybody with figures may compare.
create policy coverage_read on reports.coverage for select to balie_app, balie_worker
  using ((select platform.scope_kind()) not in ('none', 'public', 'sign-in'));
create policy coverage_write on reports.coverage for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select on reports.coverage to balie_app;
grant select, insert, update, delete on reports.coverage to balie_worker;
