-- Sharing costs: each municipality counts its own part, since only it sees what was counted for it.

create policy sharing_parts_own on funding.sharing_parts for update to balie_app
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
  with check (municipality_code = any ((select organisations.scope_municipalities())::text[]));

-- Nobody offers a cost by a key that he does not see.
drop policy shared_costs_add on funding.shared_costs;
create policy shared_costs_add on funding.shared_costs for insert to balie_app
  with check (made_by = any ((select organisations.scope_municipalities())::text[]) and key_id in (select id from funding.sharing_keys));

