-- What people stumble on in a municipality's services, told by its desks; alike ones joined, and answered (guide § 2.3.1, § 4.5).

create schema signals;
grant usage on schema signals to balie_app, balie_worker;

create table signals.signals (
  id uuid primary key,
  municipality_code text not null constraint signals_municipality references organisations.municipalities (code),
  desk_id uuid not null constraint signals_desk references desks.desks (id),
  topic_code text not null,
  service text not null constraint signals_service_length check (char_length(service) <= 100),
  problem text not null constraint signals_problem_length check (char_length(problem) <= 1000),
  often text not null constraint signals_often_known check (often in ('once', 'some', 'weekly', 'daily')),
  proposal text not null default '' constraint signals_proposal_length check (char_length(proposal) <= 1000),
  reported_at timestamptz not null,
  withdrawn_at timestamptz,
  joined_into uuid constraint signals_joined references signals.signals (id),
  status text not null default 'new' constraint signals_status_known check (status in ('new', 'looking', 'solved', 'declined', 'passed-on')),
  answer text not null default '' constraint signals_answer_length check (char_length(answer) <= 1000),
  answered_at timestamptz,
  answer_number integer not null default 0,
  version integer not null default 1,
  constraint signals_not_own_lead check (joined_into <> id),
  constraint signals_says_something check (withdrawn_at is not null or (btrim(service) <> '' and btrim(problem) <> '')),
  constraint signals_withdrawn_blank check (withdrawn_at is null or (service = '' and problem = '' and proposal = ''))
);
comment on table signals.signals is 'What a desk says of a service. Of joined signals the one that others are joined into is answered, for all.';
comment on column signals.signals.municipality_code is 'Who can mend it. Another addressee will stand in a column beside it.';
comment on column signals.signals.often is 'How often the desk sees it, by its own estimate.';
comment on column signals.signals.withdrawn_at is 'The desk took it back; its words are gone.';
comment on column signals.signals.answer_number is 'Higher with each answer; a desk has read the answers up to a number.';
create index signals_municipality on signals.signals (municipality_code, status);
create index signals_desk on signals.signals (desk_id);
create index signals_joined on signals.signals (joined_into);

create table signals.sightings (
  signal_id uuid not null constraint sightings_signal references signals.signals (id),
  desk_id uuid not null constraint sightings_desk references desks.desks (id),
  seen_at timestamptz not null,
  primary key (signal_id, desk_id)
);
comment on table signals.sightings is 'Another desk sees the same.';
create index sightings_desk on signals.sightings (desk_id);

create table signals.changes (
  id uuid primary key,
  signal_id uuid not null constraint changes_signal references signals.signals (id),
  kind text not null constraint changes_kind_known check (kind in ('answered', 'joined', 'taken-apart')),
  status text,
  answer text not null default '',
  changed_at timestamptz not null
);
comment on table signals.changes is 'What became of a signal, in order of time. joined and taken-apart: of the signal that was.';
create index changes_signal on signals.changes (signal_id, changed_at);

create table signals.readings (
  desk_id uuid not null constraint readings_desk references desks.desks (id),
  signal_id uuid not null constraint readings_signal references signals.signals (id),
  answer_number integer not null,
  primary key (desk_id, signal_id)
);
comment on table signals.readings is 'Up to which answer a desk has read.';
create index readings_signal on signals.readings (signal_id);

-- A municipality sees what is said of its services; a desk what the desks of its municipality say, and takes back its own.
alter table signals.signals enable row level security;
create policy signals_municipality_read on signals.signals for select to balie_app
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]));
create policy signals_municipality_answer on signals.signals for update to balie_app
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
  with check (municipality_code = any ((select organisations.scope_municipalities())::text[]));
create policy signals_desk_read on signals.signals for select to balie_app
  using (municipality_code = any ((select notices.desk_senders(platform.scope_desk_ids()))::text[])
    or desk_id = any ((select platform.scope_desk_ids())::uuid[]));
create policy signals_desk_report on signals.signals for insert to balie_app
  with check ((select platform.scope_kind()) = 'desk' and desk_id = any ((select platform.scope_desk_ids())::uuid[])
    and municipality_code = any ((select notices.desk_senders(platform.scope_desk_ids()))::text[]));
create policy signals_desk_withdraw on signals.signals for update to balie_app
  using ((select platform.scope_kind()) = 'desk' and desk_id = any ((select platform.scope_desk_ids())::uuid[]))
  with check (withdrawn_at is not null);
grant select, insert, update on signals.signals to balie_app;

alter table signals.sightings enable row level security;
create policy sightings_read on signals.sightings for select to balie_app using (signal_id in (select id from signals.signals));
create policy sightings_add on signals.sightings for insert to balie_app
  with check ((select platform.scope_kind()) = 'desk' and desk_id = any ((select platform.scope_desk_ids())::uuid[])
    and signal_id in (select id from signals.signals));
create policy sightings_remove on signals.sightings for delete to balie_app
  using ((select platform.scope_kind()) = 'desk' and desk_id = any ((select platform.scope_desk_ids())::uuid[]));
grant select, insert, delete on signals.sightings to balie_app;

alter table signals.changes enable row level security;
create policy changes_read on signals.changes for select to balie_app using (signal_id in (select id from signals.signals));
create policy changes_add on signals.changes for insert to balie_app
  with check ((select platform.scope_kind()) = 'municipality' and signal_id in (select id from signals.signals));
grant select, insert on signals.changes to balie_app;

alter table signals.readings enable row level security;
create policy readings_desk on signals.readings for all to balie_app
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[]))
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) and signal_id in (select id from signals.signals));
grant select, insert, update on signals.readings to balie_app;

do $$
declare
  name text;
begin
  foreach name in array array['signals', 'sightings', 'changes', 'readings'] loop
    execute format('create policy %I on signals.%I for select to balie_worker using ((select platform.scope_kind()) = ''job'')', name || '_work', name);
    execute format('grant select on signals.%I to balie_worker', name);
  end loop;
end
$$;
