-- Lists that people keep: what changed when and by whom, what took the place of what, and what a library added of its own.

do $$
declare
  name text;
begin
  foreach name in array array['topics', 'answer_options', 'service_providers', 'forms'] loop
    execute format('alter table lists.%I
      add column kept_by_people boolean not null default false,
      add column revision integer not null default 1,
      add column library_id uuid constraint %I references organisations.organisations (id),
      add column national_code text constraint %I references lists.%I (code)', name, name || '_library', name || '_national', name);
    execute format('comment on column lists.%I.kept_by_people is %L', name,
      'Somebody added or changed it on a screen: the files of db/reference leave it alone from then on.');
    execute format('alter table lists.%I add constraint %I check ((library_id is null) = (national_code is null))', name, name || '_local_is_mapped');
    execute format('alter table lists.%I enable row level security', name);
    -- The words of a list are of nobody, those of a library as well.
    execute format('create policy %I on lists.%I for select to balie_app, balie_worker using (true)', name || '_read', name);
    execute format('create policy %I on lists.%I for insert to balie_app with check (
      case when library_id is null then (select platform.scope_kind()) = ''nation''
      else library_id = any ((select platform.scope_library_ids())::uuid[]) end)', name || '_add', name);
    -- The nation also points what libraries added at what takes the place of a national one.
    execute format('create policy %I on lists.%I for update to balie_app
      using ((select platform.scope_kind()) = ''nation'' or library_id = any ((select platform.scope_library_ids())::uuid[]))
      with check ((select platform.scope_kind()) = ''nation'' or library_id = any ((select platform.scope_library_ids())::uuid[]))',
      name || '_change', name);
    execute format('grant insert on lists.%I to balie_app', name);
  end loop;
end
$$;
-- Only a topic and a way of help can be a library's own: of the others figures and forms know the national ones alone.
alter table lists.service_providers add constraint service_providers_not_local check (library_id is null);
alter table lists.forms add constraint forms_not_local check (library_id is null);
alter table lists.answer_options add constraint answer_options_local_is_help check (library_id is null or field = 'help');
grant update (label_nl, label_en, search_terms, valid_until, kept_by_people, revision, national_code) on lists.topics to balie_app;
grant update (label_nl, label_en, valid_until, kept_by_people, revision, national_code) on lists.answer_options to balie_app;
grant update (name, name_en, short_name, valid_until, kept_by_people, revision) on lists.service_providers to balie_app;
grant update (title_nl, title_en, valid_until, kept_by_people, revision) on lists.forms to balie_app;

-- The values of the lists that people keep, in one shape.
create view lists.kept_options with (security_invoker = true) as
  select 'topic' as list, code, label_nl, label_en, null::text as short_name, topic_group, search_terms, is_other as fixed, position,
    valid_from, valid_until, library_id, national_code, kept_by_people, revision
  from lists.topics
  union all
  select field, code, label_nl, label_en, null, null, '{}', takes_text or code ~ '-(other|not-registered)$', position,
    valid_from, valid_until, library_id, national_code, kept_by_people, revision
  from lists.answer_options where field in ('help', 'channel')
  union all
  select 'service-provider', code, name, coalesce(name_en, name), short_name, null, '{}', code = 'other', 1,
    valid_from, valid_until, library_id, national_code, kept_by_people, revision
  from lists.service_providers
  union all
  select 'form', code, title_nl, title_en, null, null, '{}', false, 1,
    valid_from, valid_until, library_id, national_code, kept_by_people, revision
  from lists.forms;
comment on view lists.kept_options is 'The values of topics, organisations, help, channels and forms. fixed: without it a form has no answer left, so it cannot end.';
grant select on lists.kept_options to balie_app, balie_worker;

create table lists.mappings (
  list text not null constraint mappings_list_known check (list in ('topic', 'service-provider', 'help', 'channel')),
  from_code text not null,
  to_code text not null,
  kind text not null constraint mappings_kind_known check (kind in ('merge', 'split')),
  since date not null,
  primary key (list, from_code, to_code)
);
comment on table lists.mappings is 'What took the place of what, from a day on: values that were merged into one, a value that was split into several. How years before and after compare. What a library added is mapped by national_code.';
alter table lists.mappings enable row level security;
create policy mappings_read on lists.mappings for select to balie_app, balie_worker using (true);
create policy mappings_add on lists.mappings for insert to balie_app with check ((select platform.scope_kind()) = 'nation');
grant select, insert on lists.mappings to balie_app;
grant select on lists.mappings to balie_worker;

create table lists.versions (
  id bigint generated always as identity primary key,
  list text not null,
  code text not null,
  library_id uuid constraint versions_library references organisations.organisations (id),
  act text not null constraint versions_act_known check (act in ('add', 'change', 'end', 'reopen', 'merge', 'split')),
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  before jsonb,
  after jsonb not null
);
comment on table lists.versions is 'Every change of a value of a list: who, when, what it said before and after. The name stands here because accounts belong to people, to the right of lists.';
create index versions_code on lists.versions (list, code);
alter table lists.versions enable row level security;
-- Who changed what of the national lists is seen by all who keep lists; who did so in a library, by that library alone.
create policy versions_read on lists.versions for select to balie_app, balie_worker
  using ((library_id is null and (select platform.scope_kind()) in ('nation', 'library'))
    or library_id = any ((select platform.scope_library_ids())::uuid[]));
create policy versions_add on lists.versions for insert to balie_app
  with check ((select platform.scope_kind()) = 'nation' or library_id = any ((select platform.scope_library_ids())::uuid[]));
grant select, insert on lists.versions to balie_app;
grant select on lists.versions to balie_worker;
