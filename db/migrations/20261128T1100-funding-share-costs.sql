-- Sharing costs: each municipality counts its own part, since only it sees what was counted for it.

create policy sharing_parts_own on funding.sharing_parts for update to balie_app
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
  with check (municipality_code = any ((select organisations.scope_municipalities())::text[]));

-- Nobody offers a cost by a key that he does not see.
drop policy shared_costs_add on funding.shared_costs;
create policy shared_costs_add on funding.shared_costs for insert to balie_app
  with check (made_by = any ((select organisations.scope_municipalities())::text[]) and key_id in (select id from funding.sharing_keys));

-- Who counts its own part changes the key for whoever has its form open, and is no maker of it.
create function funding.raise_sharing_key(key uuid) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    update funding.sharing_keys set version = version + 1
    where id = key and (made_by = any (organisations.scope_municipalities()) or funding.shares_key(key))
  $$;
comment on function funding.raise_sharing_key is 'Raises the version of a key that one has part in, and holds it until the transaction is over.';
revoke execute on function funding.raise_sharing_key from public;
grant execute on function funding.raise_sharing_key to balie_app;
