-- Contacts that somebody takes along as a file: made by the worker, kept in pieces for some days.
create table contacts.exports (
  id uuid primary key,
  library_id uuid not null constraint exports_library references organisations.organisations (id),
  desk_id uuid constraint exports_desk references desks.desks (id),
  account_id uuid not null constraint exports_account references people.accounts (id),
  from_day date not null,
  until_day date not null,
  kind text not null constraint exports_kind_known check (kind in ('csv', 'xlsx')),
  language text not null,
  status text not null constraint exports_status_known check (status in ('working', 'done', 'removed')),
  failed boolean not null default false,
  attempt integer not null default 0,
  asked_at timestamptz not null,
  done integer not null default 0,
  total integer not null default 0,
  bytes bigint,
  finished_at timestamptz,
  constraint exports_days_in_order check (from_day <= until_day)
);
comment on table contacts.exports is 'A file with contacts that somebody asked for, and how far it is.';
comment on column contacts.exports.desk_id is 'Of one desk; null: of the whole library.';
comment on column contacts.exports.attempt is 'Raised each time that the worker begins: what an earlier one still writes is not kept.';
create index exports_account on contacts.exports (account_id, asked_at desc);
create index exports_library on contacts.exports (library_id);
create index exports_desk on contacts.exports (desk_id);

create table contacts.export_pieces (
  export_id uuid not null constraint export_pieces_export references contacts.exports (id),
  number integer not null,
  library_id uuid not null,
  desk_id uuid,
  starts_at bigint not null,
  content bytea not null,
  primary key (export_id, number)
);
comment on table contacts.export_pieces is 'The file, in the order of its pieces. Erased some days after it was made.';
comment on column contacts.export_pieces.starts_at is 'The place in the file of its first byte, from 0.';

alter table contacts.exports enable row level security;
alter table contacts.export_pieces enable row level security;
-- That there is a file is known to who asked for it. What is in it is also for the job, and otherwise only for who sees these
-- contacts today.
create policy exports_own on contacts.exports for all to balie_app, balie_worker
  using (account_id = (select platform.scope_account_id()) or (select platform.scope_kind()) = 'job')
  with check (account_id = (select platform.scope_account_id()) or (select platform.scope_kind()) = 'job');
create policy export_pieces_within_scope on contacts.export_pieces for select to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[]) or desk_id = any ((select platform.scope_desk_ids())::uuid[])
    or (select platform.scope_kind()) = 'job');
create policy export_pieces_of_job on contacts.export_pieces for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select, insert on contacts.exports to balie_app, balie_worker;
grant update (status, failed, attempt, done, total, bytes, finished_at) on contacts.exports to balie_app, balie_worker;
grant select on contacts.export_pieces to balie_app;
grant select, insert, delete on contacts.export_pieces to balie_worker;
