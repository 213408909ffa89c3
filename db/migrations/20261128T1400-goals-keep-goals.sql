-- What a municipality wants to reach with the desks (guide § 5.2.5), and what was measured by hand.

create schema goals;
grant usage on schema goals to balie_app, balie_worker;

create table goals.goals (
  id uuid primary key,
  municipality_code text not null constraint goals_municipality references organisations.municipalities (code),
  title text not null constraint goals_title_not_blank check (btrim(title) <> ''),
  measure text not null constraint goals_measure_known check (measure in
    ('contacts', 'questions', 'reach', 'satisfied', 'score', 'referrals', 'warm', 'hours', 'coverage', 'courses', 'age', 'language', 'own')),
  measure_detail text not null default '',
  scope_kind text not null constraint goals_scope_known check (scope_kind in ('municipality', 'financed', 'library', 'desk')),
  library_id uuid constraint goals_library references organisations.organisations (id),
  desk_id uuid constraint goals_desk references desks.desks (id),
  area text not null default '',
  target_kind text not null constraint goals_target_known check (target_kind in ('absolute', 'relative')),
  target_value numeric(12, 2) constraint goals_target_positive check (target_value >= 0),
  target_percent numeric(6, 2) constraint goals_percent_sensible check (target_percent between -100 and 1000 and target_percent <> 0),
  base_from date,
  base_until date,
  base_value numeric(12, 2) constraint goals_base_positive check (base_value > 0),
  starts_on date not null,
  ends_on date not null,
  agreed_library_id uuid constraint goals_agreed_library references organisations.organisations (id),
  agreed_with text not null default '',
  agreed_on date,
  note text not null default '',
  stopped_on date,
  stopped_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  constraint goals_period_in_order check (ends_on >= starts_on),
  constraint goals_base_in_order check (base_until >= base_from),
  constraint goals_scope_whole check ((scope_kind = 'library') = (library_id is not null) and (scope_kind = 'desk') = (desk_id is not null)),
  constraint goals_target_whole check (case target_kind when 'absolute' then target_value is not null and target_percent is null
    else target_value is null and target_percent is not null and base_from is not null and base_until is not null end)
);
comment on table goals.goals is 'A goal of a municipality for the desks: a measure, a target, a period, a scope, and with whom it was agreed.';
comment on column goals.goals.measure_detail is 'coverage: kilometres (2, 5, 10); age and language: the code of the answer; own: what is counted. Else empty.';
comment on column goals.goals.scope_kind is 'Of all desks in the municipality, of those it pays for, of those of one library in it, or of one desk.';
comment on column goals.goals.area is 'A part of the municipality in words, such as a village: Balie counts by the scope.';
comment on column goals.goals.target_percent is 'So much more than in the base period; below nothing: so much less.';
comment on column goals.goals.base_value is 'What it was in the base period, typed: for what Balie did not count then. Null: counted.';
comment on column goals.goals.agreed_library_id is 'The library with which it was agreed: its manager reads the goal.';
comment on column goals.goals.stopped_on is 'From this day it is no goal any more, with the reason. Null: it holds.';
create index goals_municipality on goals.goals (municipality_code, ends_on);
create index goals_library on goals.goals (library_id);
create index goals_desk on goals.goals (desk_id);
create index goals_agreed_library on goals.goals (agreed_library_id);

create table goals.measurements (
  id uuid primary key,
  goal_id uuid not null constraint measurements_goal references goals.goals (id),
  day date not null,
  value numeric(12, 2) not null constraint measurements_value_positive check (value >= 0),
  source text not null constraint measurements_source_not_blank check (btrim(source) <> ''),
  note text not null default '',
  struck_out_at timestamptz,
  created_at timestamptz not null
);
comment on table goals.measurements is 'What was measured by hand for a goal that Balie does not count. Nothing is removed: it is struck out.';
comment on column goals.measurements.value is 'courses: how many were held on or up to that day since the measurement before; they add up. Others: how it stood on that day.';
create index measurements_goal on goals.measurements (goal_id, day);

alter table goals.goals enable row level security;
create policy goals_municipality on goals.goals for all to balie_app
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
  with check (municipality_code = any ((select organisations.scope_municipalities())::text[]));
create policy goals_library on goals.goals for select to balie_app
  using (agreed_library_id = any ((select platform.scope_library_ids())::uuid[]));
create policy goals_work on goals.goals for select to balie_worker using ((select platform.scope_kind()) = 'job');
grant select, insert, update on goals.goals to balie_app;
grant select on goals.goals to balie_worker;

-- Who sees a goal sees what was measured for it; the municipality alone measures.
alter table goals.measurements enable row level security;
create policy measurements_read on goals.measurements for select to balie_app using (goal_id in (select id from goals.goals));
create policy measurements_write on goals.measurements for all to balie_app
  using (goal_id in (select id from goals.goals where municipality_code = any ((select organisations.scope_municipalities())::text[])))
  with check (goal_id in (select id from goals.goals where municipality_code = any ((select organisations.scope_municipalities())::text[])));
create policy measurements_work on goals.measurements for select to balie_worker using ((select platform.scope_kind()) = 'job');
grant select, insert, update on goals.measurements to balie_app;
grant select on goals.measurements to balie_worker;
