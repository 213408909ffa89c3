-- Kept true, and exchanged: when an entry changed, files and feeds taken in, reminders, and what a partner asks to change.
alter table directory.partners
  add column changed_at timestamptz not null default now(),
  add column source_digest bytea;
comment on column directory.partners.changed_at is 'When anything of the entry itself was last written, by the clock of the database: a trigger sets it, so that no writer forgets.';
comment on column directory.partners.source_digest is 'SHA-256 of what the feed told last (source_document, and all that was nested in it): the same again changes nothing.';
alter table directory.services add column changed_at timestamptz not null default now();
comment on column directory.services.changed_at is 'As of partners; its topics, places and hours count with it.';
alter table directory.service_locations add column id uuid not null default gen_random_uuid() constraint service_locations_id_once unique;
comment on column directory.service_locations.id is 'By which the feed knows a service at a place (service_at_location).';
create index partners_changed on directory.partners (changed_at);
create index services_changed on directory.services (changed_at);

create function directory.mark_changed() returns trigger language plpgsql as $$
begin
  new.changed_at := now();
  return new;
end $$;
create trigger partners_changed before update on directory.partners for each row execute function directory.mark_changed();
create trigger services_changed before update on directory.services for each row execute function directory.mark_changed();

-- What was written in the same transaction has that moment already: one update less for each line of an import.
create function directory.mark_service_changed() returns trigger language plpgsql as $$
begin
  update directory.services set changed_at = now()
  where id in (select service_id from touched where service_id is not null) and changed_at < now();
  return null;
end $$;
do $$
declare
  name text;
begin
  foreach name in array array['service_topics', 'service_locations', 'hours'] loop
    execute format('create trigger %I after insert on directory.%I referencing new table as touched for each statement execute function directory.mark_service_changed()', name || '_added', name);
    execute format('create trigger %I after update on directory.%I referencing new table as touched for each statement execute function directory.mark_service_changed()', name || '_updated', name);
    execute format('create trigger %I after delete on directory.%I referencing old table as touched for each statement execute function directory.mark_service_changed()', name || '_removed', name);
  end loop;
end
$$;

create table directory.reminders (
  id uuid primary key,
  partner_id uuid not null constraint reminders_partner references directory.partners (id),
  at timestamptz not null,
  to_partner boolean not null
);
comment on table directory.reminders is 'That somebody was asked whether an entry is still right: the partner itself, or whoever keeps it. At most once in fourteen days; who asks for a new link himself, once a day.';
create index reminders_partner on directory.reminders (partner_id, at desc);

create table directory.proposed_changes (
  id uuid primary key,
  partner_id uuid not null constraint proposed_changes_partner references directory.partners (id),
  at timestamptz not null,
  what text not null constraint proposed_changes_what_known check (what in ('change', 'gone', 'unwanted')),
  phone text,
  address text,
  hours text,
  description text,
  handled_at timestamptz,
  handled_by uuid,
  took_over boolean
);
comment on table directory.proposed_changes is 'What a partner, by its link, says that is different: whoever keeps the entry looks at it before it shows. Null: as it was.';
create index proposed_changes_waiting on directory.proposed_changes (partner_id) where handled_at is null;

create table directory.import_runs (
  id uuid primary key,
  library_id uuid constraint import_runs_library references organisations.organisations (id),
  account_id uuid not null,
  kind text not null constraint import_runs_kind_known check (kind in ('hsds-file', 'hsds-feed', 'csv')),
  source text not null constraint import_runs_source_not_blank check (btrim(source) <> ''),
  address text,
  columns text[] not null default '{}',
  header text[] not null default '{}',
  status text not null constraint import_runs_status_known check (status in ('columns', 'reading', 'preview', 'running', 'done', 'refused', 'stopped')),
  problem text,
  overwrite boolean not null default false,
  end_missing boolean not null default false,
  entries integer not null default 0,
  done integer not null default 0,
  contacts_left_out integer not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz
);
comment on table directory.import_runs is 'A feed (HSDS) or file (HSDS, CSV) that is taken into the directory. library_id: for whose entries; null: those that everybody shares. source: by which name its entries are known when it comes again.';
comment on column directory.import_runs.contacts_left_out is 'Persons in it, who are never taken in.';
create index import_runs_started on directory.import_runs (started_at desc);

create table directory.import_files (
  run_id uuid not null constraint import_files_run references directory.import_runs (id) on delete cascade,
  part integer not null,
  content bytea not null,
  primary key (run_id, part)
);
comment on table directory.import_files is 'The file as it came, in parts of a megabyte, until it is read.';

create table directory.import_rows (
  run_id uuid not null constraint import_rows_run references directory.import_runs (id) on delete cascade,
  line integer not null,
  name text not null,
  status text not null constraint import_rows_status_known check (status in ('new', 'changed', 'same', 'other', 'wrong', 'missing')),
  partner_id uuid,
  matched_by text constraint import_rows_matched_known check (matched_by in ('source', 'id', 'name', 'phone', 'website')),
  problem text,
  document jsonb,
  written boolean not null default false,
  primary key (run_id, line)
);
comment on table directory.import_rows is 'An organisation of an import, and what will happen to it. other: it is known here, made by hand or from elsewhere, and only overwritten when somebody chooses so. missing: of the same source, but no longer in it.';
create index import_rows_status on directory.import_rows (run_id, status, line);

alter table directory.reminders enable row level security;
create policy reminders_read on directory.reminders for select to balie_app, balie_worker using ((select platform.scope_kind()) <> 'none');
create policy reminders_add on directory.reminders for insert to balie_app, balie_worker with check ((select platform.scope_kind()) in ('job', 'public') or directory.may_keep(partner_id));
grant select, insert on directory.reminders to balie_app, balie_worker;

alter table directory.proposed_changes enable row level security;
create policy proposed_changes_read on directory.proposed_changes for select to balie_app, balie_worker using (directory.may_keep(partner_id));
create policy proposed_changes_add on directory.proposed_changes for insert to balie_app with check (directory.may_keep(partner_id) and handled_at is null);
create policy proposed_changes_handle on directory.proposed_changes for update to balie_app using (directory.may_keep(partner_id));
grant select, insert, update on directory.proposed_changes to balie_app, balie_worker;

create function directory.may_import(library uuid) returns boolean language sql stable
  as $$ select platform.scope_kind() = 'job' or (library is null and platform.scope_kind() = 'nation') or library = any (platform.scope_library_ids()) $$;
alter table directory.import_runs enable row level security;
create policy import_runs_own on directory.import_runs for all to balie_app, balie_worker
  using (directory.may_import(library_id)) with check (directory.may_import(library_id));
grant select, insert, update, delete on directory.import_runs to balie_app, balie_worker;
do $$
declare
  name text;
begin
  foreach name in array array['import_files', 'import_rows'] loop
    execute format('alter table directory.%I enable row level security', name);
    execute format('create policy %I on directory.%I for all to balie_app, balie_worker
      using ((select platform.scope_kind()) = ''job'' or exists (select from directory.import_runs where id = run_id))
      with check ((select platform.scope_kind()) = ''job'' or exists (select from directory.import_runs where id = run_id))', name || '_own', name);
    execute format('grant select, insert, update, delete on directory.%I to balie_app, balie_worker', name);
  end loop;
end
$$;

-- Two libraries may follow the same feed, each with entries of its own.
drop index directory.partners_source_once;
create unique index partners_source_once on directory.partners (coalesce(library_id, '00000000-0000-0000-0000-000000000000'::uuid), source, source_id) where source_id is not null;
