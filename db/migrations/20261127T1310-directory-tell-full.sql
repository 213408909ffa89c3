-- A partner who answers that he has no room says so of his service, and nothing else of it: he may not change the entry itself.
create function directory.tell_capacity(service uuid, told text, told_on date) returns boolean language sql security definer set search_path = pg_catalog
  as $$ with changed as (
      update directory.services set capacity = told, capacity_on = told_on
      where id = service and platform.scope_kind() in ('desk', 'desks', 'library', 'partner', 'link')
        and (capacity, capacity_on) is distinct from (told, told_on)
      returning id)
    select exists (select from changed) $$;
comment on function directory.tell_capacity is 'Whether a service has room, as its partner or a desk that called it says; the caller knows that the service is theirs to tell of.';
revoke all on function directory.tell_capacity from public;
grant execute on function directory.tell_capacity to balie_app;
