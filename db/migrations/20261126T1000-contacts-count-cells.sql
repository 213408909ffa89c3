-- When people come, and how long after that it is registered, as cells of the figures; and counts that combine filters.

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
        unnest(array['questions', 'questions/topic:' || topic_code, 'questions/' || digid]) as cell
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
    ) as counted (cell, number)
  where contact.deleted_at is null and counted.cell is not null;

-- What was registered before these were counted.
insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
  select library_id, desk_id, municipality_code, day, jsonb_object_agg(cell, number), now()
  from (
    select library_id, desk_id, municipality_code, day, cell, sum(number)::integer as number
    from contacts.contact_cells where cell like 'hour:%' or cell like 'delay-%'
    group by library_id, desk_id, municipality_code, day, cell
  ) as counted
  group by library_id, desk_id, municipality_code, day;

create index contacts_municipality_day on contacts.contacts (municipality_code, occurred_on);
-- Contacts come in by time, so this tells which stretches of the table hold some months, and costs a writer next to nothing.
create index contacts_day on contacts.contacts using brin (occurred_on) with (pages_per_range = 32);

-- The cells of the contacts of some areas of one level within some days, as far as they fit what is asked: by month, with the
-- parts of the level, as the fold makes them. Who narrows down to a topic or an organisation gets the contacts with at least one
-- such question, and of their questions those alone. Pairs tell what was asked together ('topic:a&topic:b', contacts),
-- about whom ('questions/topic:a&provider:b') and how it was helped ('topic:a&help-b', contacts).
-- As the owner: a municipality and the nation see sums and no contact.
create function contacts.count_cells(wanted_level text, wanted_keys text[], from_day date, until_day date,
    narrowing jsonb, with_pairs boolean)
  returns table (month date, cell text, number integer) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
  declare
    area text := case wanted_level
      when 'desk' then 'contact.desk_id = any ($1::uuid[])'
      when 'library' then 'contact.library_id = any ($1::uuid[])'
      when 'municipality' then 'contact.municipality_code = any ($1)'
      when 'financed' then 'contact.desk_id = any (array(select desk_id from desks.financiers where municipality_code = any ($1)))'
      when 'province' then 'contact.municipality_code = any (array(select code from organisations.municipalities where province_code = any ($1)))'
      when 'nation' then 'true' end;
    part text := case
      when wanted_level in ('library', 'municipality', 'financed') then '''desk:'' || contact.desk_id'
      when wanted_level = 'province' then '''municipality:'' || contact.municipality_code'
      when wanted_level = 'nation' then '''province:'' || (select province_code from organisations.municipalities where code = contact.municipality_code)'
      else 'null::text' end;
    by_question boolean := narrowing ? 'topics' or narrowing ? 'provider';
  begin
    if not (select coalesce(bool_and(platform.scope_covers(wanted_level, key)), false) from unnest(wanted_keys) as key) then
      return;
    end if;
    return query execute format($query$
      with fitting as materialized (
        select contact.id, date_trunc('month', contact.occurred_on)::date as month, contact.channel, contact.duration, contact.satisfied,
          contact.gender, contact.age, contact.language, %3$s as home, contact.counted_as, contact.form_code, %2$s as part,
          case when contact.time_known then (extract(isodow from contact.occurred_at at time zone 'Europe/Amsterdam') * 100
            + extract(hour from contact.occurred_at at time zone 'Europe/Amsterdam'))::integer end as hour,
          case when contact.import_id is null and contact.tally_id is null then
            case when received_at <= occurred_at + interval '1 hour' then 'delay-hour'
              when received_at <= occurred_at + interval '24 hours' then 'delay-day'
              when received_at <= occurred_at + interval '168 hours' then 'delay-week' else 'delay-longer' end end as delay
        from contacts.contacts as contact
        where %1$s and contact.occurred_on between $2 and $3 and contact.deleted_at is null %4$s
      ),
      -- Ids are in the order of time: from the first to the last of these contacts is a stretch of each table below, and not all of it.
      stretch as materialized (
        select (select id from fitting order by id limit 1) as first, (select id from fitting order by id desc limit 1) as last
      ),
      asked as materialized (
        select fitting.month, fitting.part, question.contact_id, question.position, question.topic_code, question.digid
        from fitting join contacts.questions as question on question.contact_id = fitting.id
        where question.contact_id >= (select first from stretch) and question.contact_id <= (select last from stretch) %5$s
      ),
      told as %6$s,
      topics as %7$s (
        select distinct told.month, told.id, question.topic_code
        from told join contacts.questions as question on question.contact_id = told.id
        where question.contact_id >= (select first from stretch) and question.contact_id <= (select last from stretch)
      ),
      ways as %7$s (
        select told.month, told.id, given.help from told join contacts.help_given as given on given.contact_id = told.id
        where given.contact_id >= (select first from stretch) and given.contact_id <= (select last from stretch)
      ),
      abouts as %7$s (
        select asked.month, asked.topic_code, provider.service_provider_code
        from asked join contacts.question_service_providers as provider
          on provider.contact_id = asked.contact_id and provider.position = asked.position
        where provider.contact_id >= (select first from stretch) and provider.contact_id <= (select last from stretch)
      ),
      counted as (
        select told.month, case when grouping(channel, duration, satisfied, gender, age, language, home, counted_as, form_code, part, hour, delay) = 4095
            then 'contacts'
            else coalesce(channel, duration, satisfied, gender, age, language, 'home:' || home, 'counted:' || counted_as,
              'form:' || form_code, part, 'hour:' || hour / 100 || '-' || lpad((hour %% 100)::text, 2, '0'), delay) end as cell,
          count(*) as number
        from told
        group by told.month, grouping sets ((), (channel), (duration), (satisfied), (gender), (age), (language), (home),
          (counted_as), (form_code), (part), (hour), (delay))
        union all
        select asked.month, case when grouping(topic_code, digid, part) = 7 then 'questions'
            else coalesce('questions/topic:' || topic_code, 'questions/' || digid, 'questions/' || part) end, count(*)
        from asked group by asked.month, grouping sets ((), (topic_code), (digid), (part))
        union all
        select topics.month, 'topic:' || topic_code, count(*) from topics group by topics.month, topic_code
        union all
        select given.month, 'provider:' || service_provider_code, count(*)
        from (
          select distinct told.month, told.id, provider.service_provider_code
          from told join contacts.question_service_providers as provider on provider.contact_id = told.id
          where provider.contact_id >= (select first from stretch) and provider.contact_id <= (select last from stretch)
        ) as given group by given.month, service_provider_code
        union all
        select abouts.month, 'questions/provider:' || service_provider_code, count(*) from abouts group by abouts.month, service_provider_code
        union all
        select ways.month, help, count(*) from ways group by ways.month, help
        union all
        select ways.month, 'known:help', count(distinct ways.id) from ways group by ways.month
        %8$s
      )
      select counted.month, counted.cell, counted.number::integer from counted where counted.cell is not null
      $query$,
      area, part,
      case when wanted_level in ('province', 'nation') then 'null::text' else 'contact.visitor_municipality_code' end,
      concat(
        case when narrowing ? 'channel' then ' and contact.channel = $4 ->> ''channel''' end,
        case when narrowing ? 'form' then ' and contact.form_code = $4 ->> ''form''' end,
        case when narrowing ? 'help' then
          ' and exists (select from contacts.help_given as given where given.contact_id = contact.id and given.help = $4 ->> ''help'')' end,
        case when narrowing ? 'desks' then
          ' and contact.desk_id = any (array(select jsonb_array_elements_text($4 -> ''desks''))::uuid[])' end,
        case when narrowing ? 'otherDesks' then
          ' and contact.desk_id <> all (array(select jsonb_array_elements_text($4 -> ''otherDesks''))::uuid[])' end,
        case when narrowing ? 'libraries' then
          ' and contact.library_id = any (array(select jsonb_array_elements_text($4 -> ''libraries''))::uuid[])' end),
      concat(
        case when narrowing ? 'topics' then
          ' and question.topic_code = any (array(select jsonb_array_elements_text($4 -> ''topics'')))' end,
        case when narrowing ? 'provider' then
          ' and exists (select from contacts.question_service_providers as provider where provider.contact_id = question.contact_id
            and provider.position = question.position and provider.service_provider_code = $4 ->> ''provider'')' end),
      case when by_question
        then 'materialized (select * from fitting where id in (select contact_id from asked))'
        else '(select * from fitting)' end,
      case when with_pairs then 'materialized' else 'not materialized' end,
      case when with_pairs then '
        union all
        select one.month, ''topic:'' || one.topic_code || ''&topic:'' || other.topic_code, count(*)
        from topics as one join topics as other on other.id = one.id and one.topic_code < other.topic_code
        group by one.month, one.topic_code, other.topic_code
        union all
        select abouts.month, ''questions/topic:'' || topic_code || ''&provider:'' || service_provider_code, count(*)
        from abouts group by abouts.month, topic_code, service_provider_code
        union all
        select topics.month, ''topic:'' || topics.topic_code || ''&'' || ways.help, count(*)
        from topics join ways on ways.id = topics.id
        group by topics.month, topics.topic_code, ways.help' else '' end)
      using wanted_keys, from_day, until_day, narrowing;
  end
  $$;
revoke execute on function contacts.count_cells from public;
grant execute on function contacts.count_cells to balie_app, balie_worker;
