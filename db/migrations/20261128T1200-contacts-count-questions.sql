-- What the account of a municipality over a year rests on (article 6 of the scheme of 2023): contacts and questions by desk and month,
-- exact and by where each contact was. As the owner: a municipality sees these numbers, and no contact; a library those of its own.

create function contacts.count_questions(wanted_codes text[], from_day date, until_day date)
  returns table (desk_id uuid, library_id uuid, here boolean, month date, contacts integer, questions integer, tallied integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    -- Materialized: else who looks is reckoned anew for each contact.
    with allowed as materialized (
      select cardinality(wanted_codes) > 0 and wanted_codes <@ organisations.scope_municipalities() as as_municipality, platform.scope_library_ids() as library_ids
    ),
    fitting as materialized (
      select contact.id, contact.desk_id, contact.library_id, contact.municipality_code = any (wanted_codes) as here,
        date_trunc('month', contact.occurred_on)::date as month, contact.counted_as
      from contacts.contacts as contact, allowed
      where contact.occurred_on between from_day and until_day and contact.deleted_at is null
        and (contact.municipality_code = any (wanted_codes)
          or contact.desk_id = any (array(select paying.desk_id from desks.financiers as paying where paying.municipality_code = any (wanted_codes)
            union select desk.id from desks.desks as desk where desk.municipality_code = any (wanted_codes))))
        and (allowed.as_municipality or contact.library_id = any (allowed.library_ids))
    )
    -- Each contact's questions by its key: a plan that also holds in a database that was filled a minute ago.
    select fitting.desk_id, fitting.library_id, fitting.here, fitting.month, count(*)::integer,
      coalesce(sum((select count(*) from contacts.questions as question where question.contact_id = fitting.id)), 0)::integer,
      (count(*) filter (where fitting.counted_as = 'tally'))::integer
    from fitting
    group by fitting.desk_id, fitting.library_id, fitting.here, fitting.month
  $$;
comment on function contacts.count_questions is 'Contacts, questions and marks of a tally by desk and month, at desks that stand in these municipalities, that they pay for, or where a contact was in them; here: the contact was in them.';
revoke execute on function contacts.count_questions from public;
grant execute on function contacts.count_questions to balie_app;
