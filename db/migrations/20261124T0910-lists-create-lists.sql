-- The closed lists of the registration form, each value with its period, and which form a library uses.

create schema lists;
grant usage on schema lists to balie_app, balie_worker;

create table lists.service_providers (
  code text primary key constraint service_providers_code_is_kebab check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null constraint service_providers_kind_known check (kind in ('national-partner', 'other')),
  name text not null constraint service_providers_name_not_blank check (btrim(name) <> ''),
  name_en text,
  short_name text,
  valid_from date not null,
  valid_until date,
  source text not null,
  constraint service_providers_period check (valid_until > valid_from)
);
comment on table lists.service_providers is 'Organisations that questions are about. name_en is null for a proper name, short_name when the name is short. valid_until is the first day on which the row no longer counts.';

create table lists.topics (
  code text primary key constraint topics_code_is_kebab check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  topic_group text not null constraint topics_group_known check (topic_group in ('digital-government', 'library', 'other')),
  label_nl text not null constraint topics_label_nl_not_blank check (btrim(label_nl) <> ''),
  label_en text not null constraint topics_label_en_not_blank check (btrim(label_en) <> ''),
  search_terms text[] not null,
  digid boolean not null,
  is_other boolean not null,
  position smallint not null constraint topics_position_from_1 check (position >= 1),
  valid_from date not null,
  valid_until date,
  source text not null,
  constraint topics_period check (valid_until > valid_from)
);
comment on table lists.topics is 'What a question is about. digid: the form since April 2024 asks its extra DigiD question here. is_other: the something else of its group.';

create table lists.topic_service_providers (
  topic_code text not null constraint topic_service_providers_topic references lists.topics (code),
  service_provider_code text not null constraint topic_service_providers_provider references lists.service_providers (code),
  position smallint not null constraint topic_service_providers_position_from_1 check (position >= 1),
  primary key (topic_code, service_provider_code)
);
comment on table lists.topic_service_providers is 'Whom questions on a topic are usually about, most usual first. A suggestion for the screen.';

create table lists.answer_options (
  code text primary key,
  field text not null constraint answer_options_field_known
    check (field in ('channel', 'help', 'gender', 'age', 'language', 'duration', 'satisfied', 'digid')),
  label_nl text not null constraint answer_options_label_nl_not_blank check (btrim(label_nl) <> ''),
  label_en text not null constraint answer_options_label_en_not_blank check (btrim(label_en) <> ''),
  position smallint not null constraint answer_options_position_from_1 check (position >= 1),
  takes_text boolean not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  constraint answer_options_code_begins_with_field check (starts_with(code, field || '-')),
  constraint answer_options_period check (valid_until > valid_from)
);
comment on table lists.answer_options is 'The closed answers of each field. A code is unique over all fields and begins with the name of its field.';

create table lists.forms (
  code text primary key,
  title_nl text not null,
  title_en text not null,
  asks text[] not null constraint forms_asks_known check (asks <@ array[
    'channel', 'gender', 'age', 'language', 'municipality', 'topicGroups', 'digid', 'help', 'duration', 'satisfied']),
  valid_from date not null,
  valid_until date,
  source text not null,
  constraint forms_period check (valid_until > valid_from)
);
comment on table lists.forms is 'The registration forms and what each asks. A question with its topic is always asked.';

-- National lists hold nothing of anybody: everybody may read them, only the migration role changes them.
grant select on lists.service_providers, lists.topics, lists.topic_service_providers, lists.answer_options, lists.forms
  to balie_app, balie_worker;

create table lists.library_forms (
  library_id uuid not null constraint library_forms_library references organisations.organisations (id),
  form_code text not null constraint library_forms_form references lists.forms (code),
  valid_from date not null,
  primary key (library_id, valid_from)
);
comment on table lists.library_forms is 'The form a library chose, from a day on. Without a row the library uses the newest form.';

alter table lists.library_forms enable row level security;
-- A desk's scope does not name its library; which form a library uses is no secret for a desk.
create policy library_forms_read on lists.library_forms for select to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[])
    or (select platform.scope_kind()) in ('desk', 'desks', 'nation', 'job'));
create policy library_forms_add on lists.library_forms for insert to balie_app, balie_worker
  with check (library_id = any ((select platform.scope_library_ids())::uuid[]));
create policy library_forms_change on lists.library_forms for update to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[]))
  with check (library_id = any ((select platform.scope_library_ids())::uuid[]));
grant select, insert, update on lists.library_forms to balie_app, balie_worker;
