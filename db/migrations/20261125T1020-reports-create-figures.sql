create schema reports;
grant usage on schema reports to balie_app, balie_worker;

create table reports.figures (
  level text not null constraint figures_level_known check (level in ('desk', 'library', 'municipality', 'province', 'nation')),
  key text not null,
  grain text not null constraint figures_grain_known check (grain in ('day', 'month')),
  starts_on date not null,
  cells jsonb not null,
  primary key (level, key, grain, starts_on),
  constraint figures_month_starts_on_first check (grain = 'day' or extract(day from starts_on) = 1)
);
comment on table reports.figures is 'Counts of contacts and questions by day and by month, a number for each cell (docs/glossary.md, cell). Kept by one fold, from the changes that contacts appends.';

alter table reports.figures enable row level security;
create policy figures_read on reports.figures for select to balie_app, balie_worker
  using (platform.scope_covers(level, key));
create policy figures_fold on reports.figures for all to balie_worker
  using ((select platform.scope_kind()) = 'job')
  with check ((select platform.scope_kind()) = 'job');
grant select on reports.figures to balie_app, balie_worker;
grant insert, update on reports.figures to balie_worker;

-- Two maps of cells added up; a cell that comes to nothing goes.
create function reports.add_cells(one jsonb, other jsonb) returns jsonb language sql immutable parallel safe
  as $$
    select coalesce(jsonb_object_agg(key, number), '{}')
    from (
      select key, sum(value::integer) as number
      from (select * from jsonb_each_text(one) union all select * from jsonb_each_text(other)) as both_of_them
      group by key
      having sum(value::integer) <> 0
    ) as added
  $$;
