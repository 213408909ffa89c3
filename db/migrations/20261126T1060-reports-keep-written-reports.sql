-- Reports as people write, send and keep them; and who gets which by mail.

-- Who sees a report: who sees every area that it counts. With visitors' background only at the level at which that is shown
-- (decision 0016), so that a copied address tells nobody more than the figures themselves.
create function reports.scope_reads(area_level text, counted_level text, counted_keys text[], with_visitors boolean) returns boolean
  language sql stable parallel safe
  as $$
    select platform.scope_kind() <> 'job' and cardinality(counted_keys) > 0
      and (select bool_and(platform.scope_covers(counted_level, key)) from unnest(counted_keys) as key)
      and (not with_visitors or case area_level
        when 'desk' then true
        when 'library' then true
        when 'municipality' then platform.scope_kind() = 'municipality'
        when 'province' then platform.scope_kind() = 'region'
        when 'nation' then platform.scope_kind() = 'nation'
        else false end)
  $$;

create table reports.written_reports (
  id uuid primary key,
  kind text not null constraint written_reports_kind_known check (kind in ('quarter', 'month', 'year')),
  period text not null constraint written_reports_period_form check (period ~ '^\d{4}(-Q[1-4]|-\d{2})?$'),
  level text not null constraint written_reports_level_known check (level in ('desk', 'library', 'municipality', 'province', 'region', 'nation')),
  key text not null,
  counted_level text not null,
  counted_keys text[] not null constraint written_reports_counts_something check (cardinality(counted_keys) > 0),
  with_visitors boolean not null,
  remarks jsonb not null default '{}',
  version integer not null default 1,
  author_account_id uuid not null constraint written_reports_author references people.accounts (id),
  created_at timestamptz not null,
  changed_by_account_id uuid not null constraint written_reports_changed_by references people.accounts (id),
  changed_at timestamptz not null,
  document jsonb,
  frozen_at timestamptz,
  frozen_by_account_id uuid constraint written_reports_frozen_by references people.accounts (id),
  constraint written_reports_frozen_whole check ((frozen_at is null) = (document is null) and (frozen_at is null) = (frozen_by_account_id is null)),
  constraint written_reports_once unique (level, key, period, with_visitors)
);
comment on table reports.written_reports is 'A report on an area and a period, with the remarks of who writes it. Frozen: document holds all that was in it, and no row changes any more. counted_level and counted_keys: what must be seen to see it (of a region its provinces).';

alter table reports.written_reports enable row level security;
create policy written_reports_read on reports.written_reports for select to balie_app, balie_worker
  using (reports.scope_reads(level, counted_level, counted_keys, with_visitors));
create policy written_reports_add on reports.written_reports for insert to balie_app, balie_worker
  with check (reports.scope_reads(level, counted_level, counted_keys, with_visitors));
create policy written_reports_change on reports.written_reports for update to balie_app, balie_worker
  using (frozen_at is null and reports.scope_reads(level, counted_level, counted_keys, with_visitors))
  with check (reports.scope_reads(level, counted_level, counted_keys, with_visitors));
create policy written_reports_discard on reports.written_reports for delete to balie_app, balie_worker
  using (frozen_at is null and reports.scope_reads(level, counted_level, counted_keys, with_visitors));
grant select, insert, update, delete on reports.written_reports to balie_app, balie_worker;

create table reports.report_schedules (
  id uuid primary key,
  account_id uuid not null constraint report_schedules_account references people.accounts (id),
  kind text not null constraint report_schedules_kind_known check (kind in ('quarter', 'month', 'year')),
  level text not null constraint report_schedules_level_known check (level in ('desk', 'library', 'municipality', 'province', 'region', 'nation')),
  key text not null,
  origin text not null constraint report_schedules_origin_form check (origin ~ '^https?://[^/]+$'),
  created_at timestamptz not null,
  expires_on date not null,
  last_period text,
  last_queued_at timestamptz,
  failures smallint not null default 0,
  next_attempt_at timestamptz,
  ended_at timestamptz,
  ended_why text constraint report_schedules_why_known check (ended_why in ('stopped', 'account-closed', 'not-allowed', 'expired')),
  constraint report_schedules_end_whole check ((ended_at is null) = (ended_why is null))
);
comment on table reports.report_schedules is 'Who gets a report by mail on the first working day after its period. origin: the address at which this person uses Balie, for the link. The role is looked at again each time. failures, next_attempt_at: of a report that could not be made, until one was.';
create unique index report_schedules_once on reports.report_schedules (account_id, kind, level, key) where ended_at is null;

alter table reports.report_schedules enable row level security;
create policy report_schedules_own on reports.report_schedules for all to balie_app, balie_worker
  using (account_id = (select platform.scope_account_id()))
  with check (account_id = (select platform.scope_account_id()));
create policy report_schedules_work on reports.report_schedules for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select, insert, update on reports.report_schedules to balie_app, balie_worker;
