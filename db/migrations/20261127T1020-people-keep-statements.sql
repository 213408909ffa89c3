-- Confidentiality (guide § 2.2.5): who has signed. Until there is more: a date, and who saw it.
create table people.confidentiality_statements (
  account_id uuid not null constraint confidentiality_statements_account references people.accounts (id),
  library_id uuid not null constraint confidentiality_statements_library references organisations.organisations (id),
  signed_on date not null,
  seen_by uuid not null constraint confidentiality_statements_seen_by references people.accounts (id),
  recorded_at timestamptz not null,
  primary key (account_id, library_id)
);
comment on table people.confidentiality_statements is 'Who signed the statement on confidentiality, and which coordinator saw it. Without one nobody opens personal data of visitors.';
alter table people.confidentiality_statements enable row level security;
create policy confidentiality_statements_read on people.confidentiality_statements for select to balie_app, balie_worker
  using (account_id = (select platform.scope_account_id()) or library_id = any ((select desks.scope_libraries())::uuid[]) or (select platform.scope_kind()) = 'job');
create policy confidentiality_statements_write on people.confidentiality_statements for all to balie_app
  using (library_id = any ((select desks.scope_libraries())::uuid[]) and seen_by <> account_id)
  with check (library_id = any ((select desks.scope_libraries())::uuid[]) and seen_by <> account_id);
grant select, insert, update, delete on people.confidentiality_statements to balie_app, balie_worker;
