-- Booking needs to know how long a taken place lasts: an offer may have changed its minutes since.
drop function referrals.taken_places(uuid, timestamptz, timestamptz);
create function referrals.taken_places(desk uuid, from_moment timestamptz, until_moment timestamptz)
  returns table (offer_id uuid, starts_at timestamptz, ends_at timestamptz, place smallint)
  language sql stable security definer set search_path = pg_catalog
  as $$ select offer_id, starts_at, ends_at, place from referrals.appointments
    where desk_id = desk and state <> 'cancelled' and starts_at < until_moment and ends_at > from_moment $$;
comment on function referrals.taken_places is 'Which places of a desk are taken, for everybody who books: nothing about who took them.';
revoke all on function referrals.taken_places from public;
grant execute on function referrals.taken_places to balie_app, balie_worker;

create index appointments_to_remind on referrals.appointments (starts_at) where state = 'booked' and reminded_at is null;
create index call_backs_waiting on referrals.call_backs (desk_id, planned_at) where closed_at is null;

-- Who has the address of a desk's calendar sees when somebody comes there; who, stands elsewhere.
create policy appointments_calendar on referrals.appointments for select to balie_app
  using ((select platform.scope_kind()) = 'link' and (select platform.scope_link_purpose()) = 'referrals.calendar' and desk_id = (select platform.scope_link_subject()));
