-- Every change of what is counted is appended beside the change itself; a job adds the changes up (reports).

-- Where the desk stood: the place's municipality for a desk that moves about, else the desk's. Kept with the contact,
-- since a desk may move to another municipality later and what was counted stays where it was.
alter table contacts.contacts add column municipality_code text
  constraint contacts_municipality references organisations.municipalities (code);
update contacts.contacts as contact set municipality_code = coalesce(
  (select place.municipality_code from desks.places as place where place.id = contact.place_id),
  (select desk.municipality_code from desks.desks as desk where desk.id = contact.desk_id));
alter table contacts.contacts alter column municipality_code set not null;
comment on column contacts.contacts.municipality_code is 'Where the conversation was: of the place where a moving desk stood, else of the desk. Not where the visitor lives.';
grant update (municipality_code) on contacts.contacts to balie_app, balie_worker;

alter table contacts.contacts add column import_id uuid;
comment on column contacts.contacts.import_id is 'The import of the history that brought it; null for what was registered here.';

create table contacts.figure_changes (
  id bigint generated always as identity primary key,
  library_id uuid not null constraint figure_changes_library references organisations.organisations (id),
  desk_id uuid not null constraint figure_changes_desk references desks.desks (id),
  municipality_code text not null constraint figure_changes_municipality references organisations.municipalities (code),
  day date not null,
  cells jsonb not null,
  appended_at timestamptz not null
);
comment on table contacts.figure_changes is 'What a command added to or took from the counts of a desk on a day: a number for each cell (docs/glossary.md, cell). Removed when it has been added up in reports.figures.';
alter table contacts.figure_changes enable row level security;
create policy figure_changes_append on contacts.figure_changes for insert to balie_app, balie_worker
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'job');
-- Read and taken by the fold alone: who looks at figures gets sums, by contacts.pending_figures.
create policy figure_changes_fold on contacts.figure_changes for all to balie_worker
  using ((select platform.scope_kind()) = 'job');
grant insert on contacts.figure_changes to balie_app, balie_worker;
grant select, delete on contacts.figure_changes to balie_worker;

-- What a contact counts for, by what stands in the tables now: a row for each cell.
create view contacts.contact_cells with (security_invoker = true) as
  select contact.id as contact_id, contact.library_id, contact.desk_id, contact.municipality_code, contact.occurred_on as day,
    contact.import_id, contact.tally_id, counted.cell, counted.number
  from contacts.contacts as contact,
    lateral (
      select cell, 1 from unnest(array['contacts', 'counted:' || counted_as, 'form:' || form_code, channel, duration, satisfied,
        gender, age, language, 'home:' || visitor_municipality_code]) as cell
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
comment on view contacts.contact_cells is 'What each contact that stands adds to which cell.';
grant select on contacts.contact_cells to balie_app, balie_worker;

-- What waits to be added up, as sums by month, for who may see that level: with the parts of the level as cells of their
-- own, as the fold makes them (reports/figure-sums.ts). As the owner: the changes themselves are anonymous contacts one
-- by one, which a municipality or the nation does not see.
create function contacts.pending_figures(wanted_level text, wanted_key text, from_day date, until_day date)
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
      where entry.key not like 'home:%' or wanted_level not in ('province', 'nation')
      union all
      select month, part, (cells ->> 'contacts')::integer from waiting where part is not null and cells ? 'contacts'
      union all
      select month, 'questions/' || part, (cells ->> 'questions')::integer from waiting
      where part is not null and cells ? 'questions'
    ) as counted
    group by counted.month, counted.cell
  $$;
-- How much waits, nation-wide, and since when: a fold that stands still is told by every page with figures.
create function contacts.waiting_figures() returns table (changes integer, since timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select count(*)::integer, min(appended_at) from contacts.figure_changes $$;
revoke execute on function contacts.pending_figures, contacts.waiting_figures from public;
grant execute on function contacts.pending_figures, contacts.waiting_figures to balie_app, balie_worker;

-- A library also reads the contacts of a desk that was closed since.
do $$
declare
  name text;
begin
  foreach name in array array['contacts', 'questions', 'question_service_providers', 'help_given'] loop
    execute format('create policy %I on contacts.%I for select to balie_app, balie_worker
      using (library_id = any ((select platform.scope_library_ids())::uuid[]))', name || '_of_library', name);
  end loop;
end
$$;

-- What was registered before there were figures.
insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
  select library_id, desk_id, municipality_code, day, jsonb_object_agg(cell, number), now()
  from (
    select library_id, desk_id, municipality_code, day, cell, sum(number)::integer as number
    from contacts.contact_cells group by library_id, desk_id, municipality_code, day, cell
  ) as counted
  group by library_id, desk_id, municipality_code, day;
