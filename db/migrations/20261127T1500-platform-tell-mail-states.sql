-- What became of a mail, for who had it sent; and taking back what has not gone yet. Neither shows what is in it.

create function platform.mail_states(subjects uuid[])
  returns table (mail_id uuid, subject_id uuid, purpose text, queued_at timestamptz, state text, at timestamptz, refusal text)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select id, m.subject_id, m.purpose, m.queued_at,
      case when refused_at is not null then 'refused' when withdrawn_at is not null then 'withdrawn'
        when sent_at is not null then 'sent' when attempts > 0 then 'delayed' else 'waiting' end,
      coalesce(refused_at, withdrawn_at, sent_at), m.refusal
    from platform.mails m where m.subject_id = any (subjects) order by m.queued_at, m.id
  $$;
comment on function platform.mail_states is 'Whether the mails about these things went: nothing of what is in them, nor to whom. For who sees those things.';
revoke all on function platform.mail_states from public;
grant execute on function platform.mail_states to balie_app, balie_worker;

create function platform.withdraw_mails(about uuid, purposes text[], moment timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare
    withdrawn integer;
  begin
    if platform.scope_kind() = 'none' then
      return 0;
    end if;
    update platform.mails
      set withdrawn_at = moment, subject = null, body = null, body_html = null, calendar = null, attachment = null, attachment_name = null
      where subject_id = about and purpose = any (purposes) and num_nonnulls(sent_at, withdrawn_at, refused_at) = 0;
    get diagnostics withdrawn = row_count;
    return withdrawn;
  end $$;
comment on function platform.withdraw_mails is 'Takes back mail about a thing that has not gone yet, and empties it.';
revoke all on function platform.withdraw_mails from public;
grant execute on function platform.withdraw_mails to balie_app, balie_worker;

create index mails_subject on platform.mails (subject_id);
