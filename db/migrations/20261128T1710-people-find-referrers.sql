-- Who refers people at the counters of a municipality (guide § 4.4): its official sees their names, to note who was trained.
create function people.referrers(today date)
  returns table (account_id uuid, name text, municipality_code text)
  language sql stable security definer set search_path = pg_catalog
  as $$ select distinct account.id, account.name, organisation.municipality_code
    from people.role_assignments as assignment
    join people.accounts as account on account.id = assignment.account_id
    join organisations.organisations as organisation on organisation.id = assignment.organisation_id
    where assignment.role = 'referrer' and organisation.kind = 'municipality'
      and organisation.municipality_code = any (organisations.scope_municipalities())
      and assignment.valid_from <= today and (assignment.valid_until is null or assignment.valid_until >= today) and account.active $$;
comment on function people.referrers is 'Who refers people at the counters of the municipalities of an official.';
revoke all on function people.referrers from public;
grant execute on function people.referrers to balie_app;
