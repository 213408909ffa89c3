-- Who takes back somebody that he sent to a desk takes back the appointment, and who it was with it.
create function referrals.sent_appointment(appointment uuid) returns boolean language sql stable
  as $$ select exists (select from referrals.appointments a where a.id = appointment and a.referral_id is not null
    and (referrals.has_sent(a.referral_id)
      or (platform.scope_kind() = 'link' and platform.scope_link_purpose() = 'referrals.sender' and a.referral_id = platform.scope_link_subject()))) $$;
do $$
declare
  name text;
begin
  foreach name in array array['persons', 'consents'] loop
    -- What one deletes one has to see; nothing opens it on this way.
    execute format('create policy %I on referrals.%I for select to balie_app
      using ((select platform.scope_kind()) in (''partner'', ''link'') and about_kind = ''appointment'' and referrals.sent_appointment(about_id))', name || '_see_sent', name);
    execute format('create policy %I on referrals.%I for delete to balie_app
      using ((select platform.scope_kind()) in (''partner'', ''link'') and about_kind = ''appointment'' and referrals.sent_appointment(about_id))', name || '_erase_appointment', name);
  end loop;
end
$$;
