-- What was registered as 'other' and has an answer of its own since; and answers that a library has for itself.

create table contacts.recodings (
  id uuid primary key,
  field text not null constraint recodings_field_known check (field in ('topic', 'help')),
  from_codes text[] not null,
  to_code text not null,
  whole boolean not null,
  status text not null constraint recodings_status_known check (status in ('waiting', 'running', 'done', 'undoing', 'undone')),
  total integer not null default 0,
  recoded integer not null default 0,
  restored integer not null default 0,
  local_left integer not null default 0,
  last_contact_id uuid,
  asked_by uuid not null constraint recodings_account references people.accounts (id),
  asked_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz
);
comment on table contacts.recodings is 'One change of the past in the background: answers that were ''other'' get the answer that fits. whole: all of them, not only those with certain texts. last_contact_id: how far the job is, in the order of ids. What was restored less than recoded was changed by people since, and left alone. local_left: answers that a library has for itself, and keeps.';
alter table contacts.recodings enable row level security;
create policy recodings_nation on contacts.recodings for all to balie_app
  using ((select platform.scope_kind()) = 'nation') with check ((select platform.scope_kind()) = 'nation');
create policy recodings_work on contacts.recodings for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select, insert, update on contacts.recodings to balie_app, balie_worker;

create table contacts.recoding_texts (
  recoding_id uuid not null constraint recoding_texts_recoding references contacts.recodings (id),
  text text not null,
  primary key (recoding_id, text)
);
comment on table contacts.recoding_texts is 'Which texts a recoding takes, as they were typed, while it runs. Read and written by the job alone: the nation does not see texts of few.';
alter table contacts.recoding_texts enable row level security;
create policy recoding_texts_work on contacts.recoding_texts for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select, insert, delete on contacts.recoding_texts to balie_worker;

-- The answer that was recoded carries its own trace; whoever corrects the contact afterwards writes it anew, without.
alter table contacts.questions
  add column local_code text constraint questions_local references lists.topics (code),
  add column recoding_id uuid constraint questions_recoding references contacts.recodings (id),
  add column recoded_from text constraint questions_recoded_from references lists.topics (code);
alter table contacts.help_given
  add column local_codes text[],
  add column recoding_id uuid constraint help_given_recoding references contacts.recodings (id),
  add column recoded_from text constraint help_given_recoded_from references lists.answer_options (code),
  add column recoded_beside boolean;
comment on column contacts.questions.local_code is 'The library''s own topic, when one was chosen; topic_code is the national one that it counts as.';
comment on column contacts.help_given.local_codes is 'The library''s own ways of help that were chosen and count as this one.';
comment on column contacts.questions.recoding_id is 'By which recoding the topic came; recoded_from is what it was.';
comment on column contacts.help_given.recoded_beside is 'The contact had this way of help already, beside ''other'': undoing leaves it.';
create index questions_recoding on contacts.questions (recoding_id, contact_id) where recoding_id is not null;
create index help_given_recoding on contacts.help_given (recoding_id, contact_id) where recoding_id is not null;
create index questions_other_text on contacts.questions (topic_code, contact_id) where other_text is not null;
create index help_given_other_text on contacts.help_given (help, contact_id) where other_text is not null;
grant update (topic_code, recoding_id, recoded_from) on contacts.questions to balie_worker;
grant update (help, other_text, recoding_id, recoded_from, recoded_beside) on contacts.help_given to balie_worker;

-- A text that should not have been written is emptied, also of a desk that was closed since, and in what a contact said before.
grant update (other_text) on contacts.questions, contacts.help_given to balie_app;
grant update (content) on contacts.contact_versions to balie_app;
do $$
declare
  name text;
begin
  foreach name in array array['contacts', 'questions', 'help_given', 'contact_versions'] loop
    execute format('create policy %I on contacts.%I for update to balie_app
      using (library_id = any ((select platform.scope_library_ids())::uuid[]))
      with check (library_id = any ((select platform.scope_library_ids())::uuid[]))', name || '_blank', name);
  end loop;
end
$$;
create policy contact_versions_of_library on contacts.contact_versions for select to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[]));

-- A text without capitals, accents and signs.
create function contacts.plain_text(written text) returns text language sql immutable parallel safe
  as $$
    select btrim(regexp_replace(translate(lower(written), 'áàâäãåéèêëíìîïóòôöõúùûüýçñ', 'aaaaaaeeeeiiiiooooouuuuycn'), '[^a-z0-9]+', ' ', 'g'))
  $$;

-- What was typed beside 'other', for the nation: text by text and month by month, without desk or library, and only what
-- contacts enough in libraries enough have in common. The rest is told as a number (text null). As the owner: the nation sees no contact.
-- A text with an @ or the country code of a telephone number is never told: without its signs nobody would know it as personal data.
create function contacts.common_other_texts(topic_codes text[], help_codes text[], from_day date, until_day date, least_contacts integer, least_libraries integer)
  returns table (code text, text text, month date, contacts integer) language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    with written as (
      select question.topic_code as code, question.contact_id, question.library_id, question.occurred_on as day,
        case when question.other_text ~ '@|[+] ?[0-9]' then '' else contacts.plain_text(question.other_text) end as text
      from contacts.questions as question
      where platform.scope_kind() = 'nation' and question.topic_code = any (topic_codes) and question.other_text is not null
        and question.occurred_on between from_day and until_day
      union all
      select given.help, given.contact_id, given.library_id, contact.occurred_on,
        case when given.other_text ~ '@|[+] ?[0-9]' then '' else contacts.plain_text(given.other_text) end
      from contacts.help_given as given join contacts.contacts as contact on contact.id = given.contact_id
      where platform.scope_kind() = 'nation' and given.help = any (help_codes) and given.other_text is not null
        and contact.occurred_on between from_day and until_day
    ),
    common as (
      select written.code, written.text from written where written.text <> ''
      group by written.code, written.text
      having count(distinct contact_id) >= greatest(least_contacts, 3) and count(distinct library_id) >= greatest(least_libraries, 2)
    )
    select written.code, common.text, date_trunc('month', written.day)::date, count(distinct written.contact_id)::integer
    from written left join common on common.code = written.code and common.text = written.text
    group by written.code, common.text, date_trunc('month', written.day)
  $$;
revoke execute on function contacts.common_other_texts from public;
grant execute on function contacts.common_other_texts to balie_app;

-- What a library has of its own is counted beside the national answer, and shown by the desk and the library alone.
create or replace view contacts.contact_cells with (security_invoker = true) as
  select contact.id as contact_id, contact.library_id, contact.desk_id, contact.municipality_code, contact.occurred_on as day,
    contact.import_id, contact.tally_id, counted.cell, counted.number
  from contacts.contacts as contact,
    lateral (
      select cell, 1 from unnest(array['contacts', 'counted:' || counted_as, 'form:' || form_code, channel, duration, satisfied,
        gender, age, language, 'home:' || visitor_municipality_code,
        case when time_known then
          'hour:' || to_char(occurred_at at time zone 'Europe/Amsterdam', 'ID') || '-' || to_char(occurred_at at time zone 'Europe/Amsterdam', 'HH24') end,
        case when import_id is null and tally_id is null then
          case when received_at <= occurred_at + interval '1 hour' then 'delay-hour'
            when received_at <= occurred_at + interval '24 hours' then 'delay-day'
            when received_at <= occurred_at + interval '168 hours' then 'delay-week' else 'delay-longer' end end]) as cell
      union all
      select cell, 1 from contacts.questions as question,
        unnest(array['questions', 'questions/topic:' || topic_code, 'questions/' || digid, 'questions/local:' || local_code]) as cell
      where question.contact_id = contact.id
      union all
      select distinct 'topic:' || topic_code, 1 from contacts.questions as question where question.contact_id = contact.id
      union all
      select 'questions/provider:' || service_provider_code, 1
      from contacts.question_service_providers as provider where provider.contact_id = contact.id
      union all
      select distinct 'provider:' || service_provider_code, 1
      from contacts.question_service_providers as provider where provider.contact_id = contact.id
      union all
      select help, 1 from contacts.help_given as given where given.contact_id = contact.id
      union all
      select distinct 'known:help', 1 from contacts.help_given as given where given.contact_id = contact.id
      union all
      select distinct 'local:' || code, 1 from contacts.help_given as given, unnest(given.local_codes) as code where given.contact_id = contact.id
    ) as counted (cell, number)
  where contact.deleted_at is null and counted.cell is not null;

create or replace function contacts.pending_figures(wanted_level text, wanted_key text, from_day date, until_day date)
  returns table (month date, cell text, number integer) language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
    with waiting as (
      select date_trunc('month', change.day)::date as month, change.cells,
        case
          when wanted_level in ('library', 'municipality') then 'desk:' || change.desk_id
          when wanted_level = 'province' then 'municipality:' || change.municipality_code
          when wanted_level = 'nation' then 'province:' || municipality.province_code
        end as part
      from contacts.figure_changes as change
      join organisations.municipalities as municipality on municipality.code = change.municipality_code
      where platform.scope_covers(wanted_level, wanted_key) and change.day between from_day and until_day
        and wanted_key = case wanted_level
          when 'desk' then change.desk_id::text
          when 'library' then change.library_id::text
          when 'municipality' then change.municipality_code
          when 'province' then municipality.province_code
          when 'nation' then 'NL'
        end
    )
    select counted.month, counted.cell, sum(counted.number)::integer
    from (
      select month, entry.key as cell, entry.value::integer as number from waiting, jsonb_each_text(cells) as entry
      where (entry.key not like 'home:%' or wanted_level not in ('province', 'nation'))
        and (entry.key !~ '^(questions/)?local:' or wanted_level in ('desk', 'library'))
      union all
      select month, part, (cells ->> 'contacts')::integer from waiting where part is not null and cells ? 'contacts'
      union all
      select month, 'questions/' || part, (cells ->> 'questions')::integer from waiting
      where part is not null and cells ? 'questions'
    ) as counted
    group by counted.month, counted.cell
  $$;
