-- One model of hours. On each day one timetable is in force: an exception before a period before the ordinary one, and
-- of two of the same kind the later. Beside it stand the hours of that day alone (a stop of the bus).
create table desks.timetables (
  id uuid primary key,
  desk_id uuid not null constraint timetables_desk references desks.desks (id),
  kind text not null constraint timetables_kind_known check (kind in ('ordinary', 'period', 'exception')),
  name text,
  from_day date not null,
  until_day date,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint timetables_days_in_order check (until_day > from_day),
  constraint timetables_end check (kind = 'ordinary' or until_day is not null),
  constraint timetables_once unique (desk_id, kind, from_day),
  constraint timetables_of_desk unique (id, desk_id)
);
comment on table desks.timetables is 'Hours of a desk from from_day up to but not including until_day. An exception or a period without hours for visitors: closed.';
comment on column desks.timetables.version is 'Counts the changes: who changes an older version is shown what changed meanwhile.';

create table desks.hours (
  id uuid primary key,
  desk_id uuid not null constraint hours_desk references desks.desks (id),
  timetable_id uuid,
  weekday smallint constraint hours_weekday check (weekday between 1 and 7),
  day date,
  opens smallint not null constraint hours_opens check (opens between 0 and 1439),
  closes smallint not null,
  kind text not null constraint hours_kind_known check (kind in ('desk', 'consultation', 'telephone', 'youth', 'theme', 'staff')),
  label text,
  access text not null constraint hours_access_known check (access in ('walk-in', 'appointment')),
  languages text[] not null default '{}',
  target_group text,
  place_id uuid,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  constraint hours_timetable foreign key (timetable_id, desk_id) references desks.timetables (id, desk_id) on delete cascade,
  constraint hours_place foreign key (place_id, desk_id) references desks.places (id, desk_id),
  constraint hours_of_timetable_or_day check ((timetable_id is null) = (day is not null)),
  constraint hours_weekday_of_timetable check (weekday is null or timetable_id is not null),
  constraint hours_closes check (closes > opens and closes <= opens + 1440)
);
comment on table desks.hours is 'From opens until closes, in minutes of the local day; after 1440 it is the night that follows. Of a timetable: on a weekday (1 Monday), or on each of its days. Without one: on one day, as a stop.';
create index hours_desk_day on desks.hours (desk_id, day);
create index hours_timetable_id on desks.hours (timetable_id);
create index hours_place_id on desks.hours (place_id) where place_id is not null;

alter table desks.timetables enable row level security;
create policy timetables_read on desks.timetables for select to balie_app, balie_worker
  using ((select platform.scope_kind()) <> 'none');
create policy timetables_write on desks.timetables for all to balie_app, balie_worker
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'nation')
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'nation');
alter table desks.hours enable row level security;
create policy hours_read on desks.hours for select to balie_app, balie_worker
  using ((select platform.scope_kind()) not in ('none', 'public') or ((select platform.scope_kind()) = 'public' and kind <> 'staff'));
create policy hours_write on desks.hours for all to balie_app, balie_worker
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'nation')
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'nation');
grant select, insert, update, delete on desks.timetables, desks.hours to balie_app, balie_worker;

create table desks.holidays_as_usual (
  desk_id uuid not null constraint holidays_as_usual_desk references desks.desks (id),
  day date not null,
  decided_at timestamptz not null,
  primary key (desk_id, day)
);
comment on table desks.holidays_as_usual is 'Public holidays on which a desk keeps its usual hours: decided, so that nobody asks again. When it closes there is an exception.';
alter table desks.holidays_as_usual enable row level security;
create policy holidays_as_usual_read on desks.holidays_as_usual for select to balie_app, balie_worker
  using ((select platform.scope_kind()) not in ('none', 'public'));
create policy holidays_as_usual_write on desks.holidays_as_usual for all to balie_app, balie_worker
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'nation')
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'nation');
grant select, insert, delete on desks.holidays_as_usual to balie_app, balie_worker;
