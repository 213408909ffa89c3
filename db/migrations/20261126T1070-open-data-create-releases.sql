-- What everybody may take along: figures of the nation, the provinces and the municipalities, released once and never
-- changed. Decision 0024.
create schema open_data;
grant usage on schema open_data to balie_app, balie_worker;

create table open_data.releases (
  period text primary key constraint releases_period_is_quarter_or_year check (period ~ '^20\d{2}(-Q[1-4])?$'),
  released_at timestamptz not null,
  publisher text,
  smallest integer not null constraint releases_smallest_is_some check (smallest >= 2),
  main_topics jsonb not null
);
comment on table open_data.releases is 'A quarter or a year of which figures were published. It stays as it was released.';
comment on column open_data.releases.publisher is 'The national organisation, as it was called then.';
comment on column open_data.releases.smallest is 'Numbers below this were hidden.';
comment on column open_data.releases.main_topics is 'Under which main topic each topic was counted, by the code of the topic.';

create table open_data.counts (
  quarter text not null constraint counts_release references open_data.releases (period),
  municipality_code text not null,
  month text not null,
  cells jsonb not null,
  primary key (quarter, municipality_code, month)
);
comment on table open_data.counts is 'What was counted when a quarter was released, small numbers as well: later tables of the same months are made of these, so that no correction can be read from two releases. For the worker only.';

create table open_data.cells (
  release text not null constraint cells_release references open_data.releases (period),
  table_name text not null,
  region text not null,
  period text not null,
  part text not null,
  code text not null,
  unit text not null constraint cells_unit_known check (unit in ('contacts', 'questions')),
  region_name text not null,
  name text not null,
  number integer,
  primary key (table_name, period, region, part, code)
);
comment on table open_data.cells is 'Every published number. Null: hidden, because it is small or would tell one that is.';
create index cells_of_release on open_data.cells (release);

alter table open_data.releases enable row level security;
alter table open_data.counts enable row level security;
alter table open_data.cells enable row level security;
create policy releases_read on open_data.releases for select to balie_app, balie_worker
  using ((select platform.scope_kind()) <> 'none');
create policy cells_read on open_data.cells for select to balie_app, balie_worker
  using ((select platform.scope_kind()) <> 'none');
create policy releases_make on open_data.releases for insert to balie_worker
  with check ((select platform.scope_kind()) = 'job');
create policy cells_make on open_data.cells for insert to balie_worker
  with check ((select platform.scope_kind()) = 'job');
create policy counts_of_job on open_data.counts for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
-- What was published is never changed or taken back: nobody may update or delete.
grant select on open_data.releases, open_data.cells to balie_app;
grant select, insert on open_data.releases, open_data.cells, open_data.counts to balie_worker;
