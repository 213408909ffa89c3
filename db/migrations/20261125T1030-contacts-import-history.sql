-- The years that a library kept elsewhere, read from a file of one row a contact.

create table contacts.imports (
  id uuid primary key,
  library_id uuid not null constraint imports_library references organisations.organisations (id),
  account_id uuid not null constraint imports_account references people.accounts (id),
  file_name text not null,
  file_hash bytea not null,
  started_at timestamptz not null,
  status text not null constraint imports_status_known check (status in
    ('reading', 'refused', 'columns', 'answers', 'checking', 'preview', 'running', 'done', 'undoing', 'undone', 'removed')),
  failed boolean not null default false,
  problem jsonb,
  header text[] not null default '{}',
  columns jsonb not null default '[]',
  desk_id uuid constraint imports_desk references desks.desks (id),
  meanings jsonb not null default '{}',
  finished_at timestamptz,
  contacts integer,
  known integer,
  left_out integer,
  undone_at timestamptz
);
comment on table contacts.imports is 'A file with the history of a library, and how far its import is. What was done stays; of what was not finished only this row.';
comment on column contacts.imports.failed is 'The job of this status came to an end by a fault; it may be run again.';
comment on column contacts.imports.problem is 'Why the file could not be read.';
comment on column contacts.imports.columns is 'What each column of the file holds, in its order; null for one that is not read.';
comment on column contacts.imports.desk_id is 'The desk of the whole file, where no column says it.';
comment on column contacts.imports.meanings is 'What each value of the file means: by field and value, an option''s code, or null to leave it empty.';
create index imports_library on contacts.imports (library_id, started_at);
create index imports_file on contacts.imports (library_id, file_hash);

create table contacts.import_files (
  import_id uuid not null constraint import_files_import references contacts.imports (id),
  part integer not null,
  library_id uuid not null,
  content bytea not null,
  primary key (import_id, part)
);
comment on table contacts.import_files is 'The file itself, in parts, until its rows have been read.';

create table contacts.import_rows (
  import_id uuid not null constraint import_rows_import references contacts.imports (id),
  number integer not null,
  library_id uuid not null,
  cells text[] not null,
  mended boolean not null default false,
  status text not null default 'unchecked' constraint import_rows_status_known check (status in ('unchecked', 'ready', 'error', 'left-out')),
  errors jsonb not null default '[]',
  contact_id uuid,
  desk_id uuid,
  content jsonb,
  said bytea,
  line bytea,
  primary key (import_id, number)
);
comment on table contacts.import_rows is 'A row of the file, as it stands there, with what would be registered of it. Gone when it was registered, or seven days after the file came.';
comment on column contacts.import_rows.number is 'As the spreadsheet numbers it; the names of the columns stand in row 1.';
comment on column contacts.import_rows.said is 'SHA-256 of what would be registered: desk, moment and all answers.';
comment on column contacts.import_rows.line is 'SHA-256 of what stands in the columns that are read, whatever it was said to mean.';
create index import_rows_status on contacts.import_rows (import_id, status, number);

create table contacts.import_progress (
  import_id uuid primary key constraint import_progress_import references contacts.imports (id),
  library_id uuid not null,
  done integer not null,
  total integer not null
);
comment on table contacts.import_progress is 'How far the job of an import is. In a table of its own, since it is written beside a transaction that holds the import.';

create table contacts.import_keys (
  library_id uuid not null,
  key bytea not null,
  line_key bytea not null,
  import_id uuid not null constraint import_keys_import references contacts.imports (id),
  contact_id uuid not null constraint import_keys_contact references contacts.contacts (id) deferrable initially deferred,
  primary key (library_id, key)
);
comment on table contacts.import_keys is 'What makes an imported contact itself, in two ways: what it said (key), and what stood in the file (line_key), each with which of the identical rows it was. A row with either is there already: so nothing is imported twice, also when a word was given another meaning since.';
create unique index import_keys_line on contacts.import_keys (library_id, line_key);
create index import_keys_import on contacts.import_keys (import_id);
create unique index import_keys_contact on contacts.import_keys (contact_id);

create table contacts.import_memory (
  library_id uuid not null constraint import_memory_library references organisations.organisations (id),
  field text not null,
  value text not null,
  meaning text not null,
  primary key (library_id, field, value)
);
comment on table contacts.import_memory is 'What a library chose before: the field of a column by its name (field ''column''), or the answer of a value by its field. Proposed for the next file.';

-- Identical rows of one file are several visitors; the same row of another file is the same visitor.
create function contacts.import_key(said bytea, nth bigint) returns bytea language sql immutable parallel safe
  as $$ select sha256(said || int8send(nth)) $$;

do $$
declare
  name text;
begin
  foreach name in array array['imports', 'import_files', 'import_rows', 'import_progress', 'import_keys', 'import_memory'] loop
    execute format('alter table contacts.%I enable row level security', name);
    execute format($policy$
      create policy %I on contacts.%I for all to balie_app, balie_worker
        using (library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'job')
        with check (library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'job')
      $policy$, name || '_within_scope', name);
    execute format('grant select, insert on contacts.%I to balie_app, balie_worker', name);
  end loop;
end
$$;
grant update (status, failed, problem, header, columns, desk_id, meanings, finished_at, contacts, known, left_out, undone_at)
  on contacts.imports to balie_app, balie_worker;
grant update (cells, mended, status, errors, contact_id, desk_id, content, said, line) on contacts.import_rows to balie_app, balie_worker;
grant update (done, total) on contacts.import_progress to balie_app, balie_worker;
grant update (meaning) on contacts.import_memory to balie_app, balie_worker;
grant delete on contacts.import_files, contacts.import_rows, contacts.import_progress, contacts.import_keys to balie_app, balie_worker;

alter table contacts.contacts
  add constraint contacts_import foreign key (import_id) references contacts.imports (id),
  add column time_known boolean not null default true;
update contacts.contacts set time_known = false where counted_as = 'tally';
comment on column contacts.contacts.time_known is 'False when only the day is known; then occurred_at is noon.';
create index contacts_import on contacts.contacts (import_id) where import_id is not null;
