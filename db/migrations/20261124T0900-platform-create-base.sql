-- The technical base: roles that own nothing, the settings that row-level security reads,
-- migrations, sessions, sign-in throttling, audit.

create schema if not exists platform;

-- Roles belong to the server, not to the database: other databases on it may have made them already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'balie_app') then
    create role balie_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'balie_worker') then
    create role balie_worker nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- two databases migrated at once
end
$$;
-- Granting again what another database granted already changes nothing, but may meet it half-way.
do $$
begin
  execute format('grant balie_app, balie_worker to %I', current_user);
exception when others then
  if not (pg_has_role(current_user, 'balie_app', 'member') and pg_has_role(current_user, 'balie_worker', 'member')) then
    raise;
  end if;
end
$$;

grant usage on schema platform to balie_app, balie_worker;

-- The actor's settings, made by platform/auth for each transaction. Unset means: no scope, no row.
create function platform.scope_kind() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('balie.scope_kind', true), ''), 'none') $$;
create function platform.scope_account_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('balie.account_id', true), '')::uuid $$;
create function platform.scope_desk_ids() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('balie.desk_ids', true), ''), '{}')::uuid[] $$;
create function platform.scope_library_ids() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('balie.library_ids', true), ''), '{}')::uuid[] $$;
create function platform.scope_municipality_codes() returns text[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('balie.municipality_codes', true), ''), '{}')::text[] $$;

create table platform.reference_loads (
  name text primary key,
  content_hash text not null,
  loaded_at timestamptz not null default now()
);
comment on table platform.reference_loads is 'Which reference data stands in this database, so that an unchanged file is not loaded again.';

create table platform.sessions (
  token_hash bytea primary key,
  account_id uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table platform.sessions is 'A signed-in browser. Only the SHA-256 of its token is kept.';
create index sessions_account_id on platform.sessions (account_id);
create index sessions_expires_at on platform.sessions (expires_at);
grant select, insert, update, delete on platform.sessions to balie_app, balie_worker;

create table platform.sign_in_failures (
  id bigint generated always as identity primary key,
  throttle_key bytea not null,
  failed_at timestamptz not null
);
comment on table platform.sign_in_failures is 'Failed sign-ins of the last hours, by a hash of the account''s address or of the network address.';
create index sign_in_failures_key_time on platform.sign_in_failures (throttle_key, failed_at);
grant select, insert, delete on platform.sign_in_failures to balie_app, balie_worker;

create table platform.audit_lines (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  action text not null constraint audit_lines_action_is_dotted check (action ~ '^[a-z-]+\.[a-z-]+$'),
  subject_kind text not null,
  subject_id text not null,
  account_id uuid,
  library_id uuid,
  scope_kind text not null,
  details jsonb not null default '{}'
);
comment on table platform.audit_lines is 'Who did what to which thing, written in the transaction of the change. Never changed, never removed by the application.';
create index audit_lines_library_at on platform.audit_lines (library_id, at desc);
create index audit_lines_subject on platform.audit_lines (subject_kind, subject_id);
alter table platform.audit_lines enable row level security;
create policy audit_lines_write on platform.audit_lines for insert to balie_app, balie_worker
  with check ((select platform.scope_kind()) <> 'none');
create policy audit_lines_read on platform.audit_lines for select to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'nation');
grant select, insert on platform.audit_lines to balie_app, balie_worker;
