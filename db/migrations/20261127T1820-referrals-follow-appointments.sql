-- An appointment that is moved or cancelled changes the referral of which it is, also for who may not see that: the visitor with his code,
-- and the desk where a partner has his consultation hour.
create function referrals.referral_of(appointment uuid)
  returns table (id uuid, code text, direction text, made_by uuid, answer_days smallint)
  language sql stable security definer set search_path = pg_catalog
  as $$ select referral.id, referral.code, referral.direction, referral.made_by, referral.answer_days
    from referrals.appointments booked join referrals.referrals referral on referral.id = booked.referral_id
    where booked.id = appointment and referral.closed_at is null
      and (booked.desk_id = any (platform.scope_desk_ids()) or booked.library_id = any (platform.scope_library_ids())
        or platform.scope_kind() = 'job'
        or (platform.scope_kind() = 'link' and platform.scope_link_subject() in (booked.id, referral.id))
        or (platform.scope_kind() = 'partner' and (referral.partner_organisation_id = any (platform.scope_partner_ids())
          or referral.sender_organisation_id = any (platform.scope_partner_ids())))) $$;
comment on function referrals.referral_of is 'The open referral of an appointment, for who may change that appointment: what has to be told of it, and to whom.';
revoke all on function referrals.referral_of from public;
grant execute on function referrals.referral_of to balie_app, balie_worker;

create function referrals.follow_appointment(appointment uuid, happened_at timestamptz, look_on date, by_kind text)
  returns void language sql security definer set search_path = pg_catalog
  as $$ with followed as (
      update referrals.referrals referral
      set appointment_at = case when booked.state <> 'cancelled' then booked.starts_at end,
        remind_on = coalesce(look_on, referral.remind_on), version = referral.version + 1
      from referrals.appointments booked
      where booked.id = appointment and referral.id = (select id from referrals.referral_of(appointment))
      returning referral.id, referral.state, booked.state as booked
    )
    insert into referrals.transitions (referral_id, at, event, from_state, to_state, by_kind, account_id)
    select id, happened_at, case when booked = 'cancelled' then 'cancel-appointment' else 'move-appointment' end, state, state,
      by_kind, platform.scope_account_id()
    from followed $$;
comment on function referrals.follow_appointment is 'Gives a referral the time that its appointment has now, or none, and writes that in its history. look_on: the day on which the desk looks at it once more; null: as it was.';
revoke all on function referrals.follow_appointment from public;
grant execute on function referrals.follow_appointment to balie_app, balie_worker;

comment on column referrals.call_backs.code is 'By which the staff speaks of it. The visitor has a code of his own, which opens it: platform.links keeps a hash of that.';
