create schema people;
grant usage on schema people to balie_app, balie_worker;

create table people.accounts (
  id uuid primary key,
  organisation_id uuid not null constraint accounts_organisation references organisations.organisations (id),
  email text not null constraint accounts_email_form check (email = lower(email) and email like '%_@_%'),
  name text not null constraint accounts_name_not_blank check (btrim(name) <> ''),
  language text not null default 'nl' constraint accounts_language_known check (language in ('nl', 'en')),
  password_hash text,
  active boolean not null default true,
  made_up boolean not null default false,
  created_at timestamptz not null
);
comment on table people.accounts is 'One person of the staff. Personal: shared accounts are not allowed (BIO2 5.16.02). made_up: somebody of the demo, whom anybody may be with one click while the demo is on.';
create unique index accounts_email_once on people.accounts (email);
create index accounts_organisation on people.accounts (organisation_id);

create table people.role_assignments (
  id uuid primary key,
  account_id uuid not null constraint role_assignments_account references people.accounts (id),
  role text not null constraint role_assignments_role_known check (role in (
    'desk-employee', 'volunteer', 'desk-coordinator', 'library-manager', 'municipality-official', 'referrer',
    'partner-employee', 'service-provider-employee', 'support-adviser', 'national-analyst', 'privacy-officer', 'administrator')),
  organisation_id uuid not null constraint role_assignments_organisation references organisations.organisations (id),
  desk_id uuid constraint role_assignments_desk references desks.desks (id),
  valid_from date not null,
  valid_until date,
  constraint role_assignments_period check (valid_until is null or valid_until >= valid_from)
);
comment on table people.role_assignments is 'What somebody may do and where: at one desk, or (desk_id empty) at the whole organisation. Ended, never deleted.';
create index role_assignments_account on people.role_assignments (account_id);
create index role_assignments_organisation on people.role_assignments (organisation_id);

-- An account is seen by itself, by its library and the desks of it (a colleague's name), by the nation, and by the sign-in ('sign-in' is a scope of its own).
alter table people.accounts enable row level security;
create policy accounts_read on people.accounts for select to balie_app, balie_worker
  using (organisation_id = any ((select platform.scope_library_ids())::uuid[])
    or id = (select platform.scope_account_id())
    or organisation_id in (select library_id from desks.desks where desks.id = any ((select platform.scope_desk_ids())::uuid[]))
    or (select platform.scope_kind()) in ('nation', 'sign-in', 'job'));
create policy accounts_write on people.accounts for all to balie_app, balie_worker
  using (organisation_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'nation'
    or id = (select platform.scope_account_id()))
  with check (organisation_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'nation'
    or id = (select platform.scope_account_id()));
alter table people.role_assignments enable row level security;
create policy role_assignments_read on people.role_assignments for select to balie_app, balie_worker
  using (organisation_id = any ((select platform.scope_library_ids())::uuid[])
    or account_id = (select platform.scope_account_id())
    or organisation_id in (select library_id from desks.desks where desks.id = any ((select platform.scope_desk_ids())::uuid[]))
    or (select platform.scope_kind()) in ('nation', 'sign-in', 'job'));
create policy role_assignments_write on people.role_assignments for all to balie_app, balie_worker
  using (organisation_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'nation')
  with check (organisation_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'nation');
grant select, insert, update on people.accounts, people.role_assignments to balie_app, balie_worker;
