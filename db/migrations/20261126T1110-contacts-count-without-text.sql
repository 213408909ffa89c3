-- In how many contacts 'other' was chosen and nothing was typed, by answer, for the nation: numbers alone. As the owner: the nation sees
-- no contact.
create function contacts.others_without_text(topic_codes text[], help_codes text[], from_day date, until_day date)
  returns table (code text, contacts integer) language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select topic_code, count(distinct contact_id)::integer
    from contacts.questions
    where platform.scope_kind() = 'nation' and topic_code = any (topic_codes) and other_text is null
      and occurred_on between from_day and until_day
    group by topic_code
    union all
    select given.help, count(distinct given.contact_id)::integer
    from contacts.help_given as given join contacts.contacts as contact on contact.id = given.contact_id
    where platform.scope_kind() = 'nation' and given.help = any (help_codes) and given.other_text is null
      and contact.occurred_on between from_day and until_day
    group by given.help
  $$;
revoke execute on function contacts.others_without_text from public;
grant execute on function contacts.others_without_text to balie_app;
