-- Figures narrowed down to one answer, by month, for where the contacts are too many to be counted while somebody waits.
create table reports.month_slices (
  level text not null constraint month_slices_level_known check (level in ('desk', 'library', 'municipality', 'province', 'nation')),
  key text not null,
  slice text not null,
  month date not null constraint month_slices_month_starts_on_first check (extract(day from month) = 1),
  -- The last day that is counted: of the month, or of the part of a month that a year later runs still.
  until_day date not null,
  cells jsonb not null,
  counted_at timestamptz not null,
  primary key (level, key, slice, month, until_day)
);
comment on table reports.month_slices is 'The cells of the contacts of a month that have one answer (slice: topic:digid, channel-phone, place:outside …), for provinces and the nation; with slice pairs what was asked together; with slice hours, at all levels, how many came within the hours of the desk. Counted by the worker from the contacts: whole months, and of the month a year ago the days up to that of today, to compare with.';
alter table reports.month_slices enable row level security;
create policy month_slices_read on reports.month_slices for select to balie_app, balie_worker
  using (platform.scope_covers(level, key));
create policy month_slices_write on reports.month_slices for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select on reports.month_slices to balie_app, balie_worker;
grant insert, update, delete on reports.month_slices to balie_worker;
-- A recount puts new figures in the place of old ones.
grant delete on reports.figures to balie_worker;

create table reports.stale_months (
  province_code text not null,
  month date not null,
  since timestamptz not null default now(),
  primary key (province_code, month)
);
comment on table reports.stale_months is 'Months of provinces in which something was counted since their slices were; the fold writes them, the recount takes them away.';
alter table reports.stale_months enable row level security;
create policy stale_months_write on reports.stale_months for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select, insert, update, delete on reports.stale_months to balie_worker;
insert into reports.stale_months (province_code, month)
  select distinct municipality.province_code, date_trunc('month', contact.occurred_on)::date
  from contacts.contacts as contact join organisations.municipalities as municipality on municipality.code = contact.municipality_code;

-- A count over more contacts than somebody waits for: the worker makes it, month by month, and it is kept for who asked.
create table reports.counts (
  id uuid primary key,
  account_id uuid not null constraint counts_account references people.accounts (id),
  level text not null,
  keys text[] not null,
  from_day date not null,
  until_day date not null,
  narrowing jsonb not null,
  asked_at timestamptz not null,
  cells jsonb not null default '{}',
  months_done integer not null default 0,
  months integer not null,
  counted_at timestamptz,
  constraint counts_once unique (account_id, level, keys, from_day, until_day, narrowing)
);
comment on table reports.counts is 'Cells by month (2026-03) of a combination of filters over many contacts. counted_at: when it was ready; null while the worker counts.';
alter table reports.counts enable row level security;
-- Whose it is, and who may still see the area: a role that was taken away takes its counts along.
create policy counts_own on reports.counts for all to balie_app, balie_worker
  using (account_id = (select platform.scope_account_id())
    and (select coalesce(bool_and(platform.scope_covers(counts.level, key)), false) from unnest(counts.keys) as key))
  with check (account_id = (select platform.scope_account_id())
    and (select coalesce(bool_and(platform.scope_covers(counts.level, key)), false) from unnest(counts.keys) as key));
create policy counts_work on reports.counts for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select, insert, update, delete on reports.counts to balie_app, balie_worker;
