-- What row-level security lacked for the screens in which people are administered.

-- The last day of a role that was taken back before it counted for a single day is the day before its first.
alter table people.role_assignments drop constraint role_assignments_period;
alter table people.role_assignments add constraint role_assignments_period
  check (valid_until is null or valid_until >= valid_from - 1);

-- A person is also seen by the library at which that person only holds a role; the inner select is held to the
-- policies of role_assignments itself. The kind of scope stands first: it is known before any row is read.
drop policy accounts_read on people.accounts;
create policy accounts_read on people.accounts for select to balie_app, balie_worker
  using ((select platform.scope_kind()) in ('nation', 'sign-in', 'job')
    or id = (select platform.scope_account_id())
    or organisation_id = any ((select platform.scope_library_ids())::uuid[])
    or organisation_id in (select library_id from desks.desks where desks.id = any ((select platform.scope_desk_ids())::uuid[]))
    or id in (select account_id from people.role_assignments));

-- A library that could give a new password to somebody with a role elsewhere would thereby hold that role. It does
-- not see those roles, so this asks on its behalf, with the rights of the tables' owner.
create function people.has_role_outside(account uuid, libraries uuid[]) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from people.role_assignments
      where account_id = account and organisation_id <> all (libraries)
        and (valid_until is null or valid_until >= current_date))
  $$;
revoke all on function people.has_role_outside from public;
grant execute on function people.has_role_outside to balie_app, balie_worker;

drop policy accounts_write on people.accounts;
create policy accounts_add on people.accounts for insert to balie_app, balie_worker
  with check ((select platform.scope_kind()) = 'nation' or organisation_id = any ((select platform.scope_library_ids())::uuid[]));
create policy accounts_change on people.accounts for update to balie_app, balie_worker
  using ((select platform.scope_kind()) = 'nation'
    or id = (select platform.scope_account_id())
    or (organisation_id = any ((select platform.scope_library_ids())::uuid[])
      and not people.has_role_outside(id, (select platform.scope_library_ids())::uuid[])));

-- The log is read by moment over the whole nation, and by who did it.
create index audit_lines_at on platform.audit_lines (at desc, id desc);
create index audit_lines_account_at on platform.audit_lines (account_id, at desc);
