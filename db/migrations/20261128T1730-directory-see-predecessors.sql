-- The network of a municipality that merged is kept further by its successor; and the municipality alone reads what its meetings were about.
-- A library reads the partners and what was agreed to do: who owes what by when is for those who owe it, minutes are not.

drop policy network_partners_read on directory.network_partners;
drop policy network_actions_read on directory.network_actions;
drop policy meetings_read on directory.meetings;
do $$
declare
  name text;
begin
  foreach name in array array['network_partners', 'meetings', 'network_actions'] loop
    execute format('drop policy %I on directory.%I', name || '_add', name);
    execute format('drop policy %I on directory.%I', name || '_change', name);
    execute format('create policy %I on directory.%I for insert to balie_app
      with check (municipality_code = any ((select organisations.scope_municipalities())::text[]))', name || '_add', name);
    execute format('create policy %I on directory.%I for update to balie_app
      using (municipality_code = any ((select organisations.scope_municipalities())::text[]))', name || '_change', name);
  end loop;
  foreach name in array array['network_partners', 'network_actions'] loop
    execute format('create policy %I on directory.%I for select to balie_app, balie_worker using (
      municipality_code = any ((select organisations.scope_municipalities())::text[])
      or municipality_code in (select municipality_code from organisations.library_municipalities where library_id = any ((select desks.scope_libraries())::uuid[])))', name || '_read', name);
  end loop;
end
$$;
create policy meetings_read on directory.meetings for select to balie_app, balie_worker
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]));
drop policy meeting_partners_write on directory.meeting_partners;
create policy meeting_partners_write on directory.meeting_partners for all to balie_app
  using (meeting_id in (select id from directory.meetings)) with check (meeting_id in (select id from directory.meetings));
comment on column directory.meetings.minutes is 'Read by the municipality alone.';
