create schema contacts;
grant usage on schema contacts to balie_app, balie_worker;

-- No name, birth date, address, contact data or citizen number: docs/personal-data.md, and a rule test over these columns.
create table contacts.contacts (
  id uuid primary key,
  library_id uuid not null constraint contacts_library references organisations.organisations (id),
  desk_id uuid not null constraint contacts_desk references desks.desks (id),
  place_id uuid constraint contacts_place references desks.places (id),
  form_code text not null constraint contacts_form references lists.forms (code),
  counted_as text not null constraint contacts_counted_as_known check (counted_as in ('contact', 'rush', 'tally')),
  tally_id uuid,
  channel text not null constraint contacts_channel references lists.answer_options (code)
    constraint contacts_channel_is_channel check (channel like 'channel-%'),
  occurred_at timestamptz not null,
  occurred_on date not null,
  received_at timestamptz not null,
  clock_ahead_seconds integer,
  duration text constraint contacts_duration references lists.answer_options (code)
    constraint contacts_duration_is_duration check (duration like 'duration-%'),
  satisfied text constraint contacts_satisfied references lists.answer_options (code)
    constraint contacts_satisfied_is_satisfied check (satisfied like 'satisfied-%'),
  gender text constraint contacts_gender references lists.answer_options (code)
    constraint contacts_gender_is_gender check (gender like 'gender-%'),
  age text constraint contacts_age references lists.answer_options (code)
    constraint contacts_age_is_age check (age like 'age-%'),
  language text constraint contacts_language references lists.answer_options (code)
    constraint contacts_language_is_language check (language like 'language-%'),
  visitor_municipality_code text constraint contacts_visitor_municipality references organisations.municipalities (code),
  author_account_id uuid not null constraint contacts_author references people.accounts (id),
  sender_account_id uuid not null constraint contacts_sender references people.accounts (id),
  content_hash bytea not null,
  revision integer not null default 1,
  deleted_at timestamptz
);
comment on table contacts.contacts is 'One conversation with one visitor (hulpcontact), anonymous. The device makes the id (UUIDv7). counted_as: a full registration, one tap on a busy day, or one mark of a paper tally (then the hour is not known).';
comment on column contacts.contacts.occurred_at is 'When the conversation began, by the device''s clock, put right when that clock was found wrong.';
comment on column contacts.contacts.occurred_on is 'The local day of occurred_at in Europe/Amsterdam.';
comment on column contacts.contacts.received_at is 'When the server got it.';
comment on column contacts.contacts.clock_ahead_seconds is 'How far the device''s clock was ahead (negative: behind) when it sent; null when no device clock was involved.';
comment on column contacts.contacts.content_hash is 'SHA-256 of what was sent, to tell the same contact sent again from another with the same id.';
create index contacts_desk_day on contacts.contacts (desk_id, occurred_on);
create index contacts_library_day on contacts.contacts (library_id, occurred_on);

create table contacts.questions (
  contact_id uuid not null constraint questions_contact references contacts.contacts (id),
  position smallint not null,
  library_id uuid not null,
  desk_id uuid not null,
  occurred_on date not null,
  topic_code text not null constraint questions_topic references lists.topics (code),
  other_text text constraint questions_other_text_length check (char_length(other_text) <= 120),
  digid text constraint questions_digid references lists.answer_options (code)
    constraint questions_digid_is_digid check (digid like 'digid-%'),
  primary key (contact_id, position)
);
comment on table contacts.questions is 'What the visitor came with (hulpvraag): one or more a contact.';
create index questions_desk_day_topic on contacts.questions (desk_id, occurred_on) include (topic_code);

create table contacts.question_service_providers (
  contact_id uuid not null,
  position smallint not null,
  library_id uuid not null,
  desk_id uuid not null,
  service_provider_code text not null constraint question_service_providers_provider references lists.service_providers (code),
  primary key (contact_id, position, service_provider_code),
  constraint question_service_providers_question foreign key (contact_id, position)
    references contacts.questions (contact_id, position) on delete cascade
);

create table contacts.help_given (
  contact_id uuid not null constraint help_given_contact references contacts.contacts (id),
  library_id uuid not null,
  desk_id uuid not null,
  help text not null constraint help_given_help references lists.answer_options (code)
    constraint help_given_is_help check (help like 'help-%'),
  other_text text constraint help_given_other_text_length check (char_length(other_text) <= 120),
  primary key (contact_id, help)
);
comment on table contacts.help_given is 'How the visitor was helped: several ways a contact, so shares add up to more than 100 %.';

create table contacts.contact_versions (
  contact_id uuid not null constraint contact_versions_contact references contacts.contacts (id),
  revision integer not null,
  library_id uuid not null,
  desk_id uuid not null,
  content jsonb not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null constraint contact_versions_account references people.accounts (id),
  act text not null constraint contact_versions_act_known check (act in ('correct', 'delete')),
  primary key (contact_id, revision)
);
comment on table contacts.contact_versions is 'What a contact said before each correction or deletion.';

create table contacts.tallies (
  id uuid primary key,
  library_id uuid not null constraint tallies_library references organisations.organisations (id),
  desk_id uuid not null constraint tallies_desk references desks.desks (id),
  counted_on date not null,
  received_at timestamptz not null,
  author_account_id uuid not null constraint tallies_author references people.accounts (id),
  sender_account_id uuid not null constraint tallies_sender references people.accounts (id),
  content_hash bytea not null,
  deleted_at timestamptz
);
comment on table contacts.tallies is 'A paper tally entered afterwards. Each mark is a row in contacts with this tally_id.';
create index tallies_desk_day on contacts.tallies (desk_id, counted_on);
alter table contacts.contacts add constraint contacts_tally foreign key (tally_id) references contacts.tallies (id);
alter table contacts.contacts add constraint contacts_tally_when_counted_so check ((counted_as = 'tally') = (tally_id is not null));
create index contacts_tally on contacts.contacts (tally_id) where tally_id is not null;

create table contacts.quiet_hours (
  id uuid primary key,
  library_id uuid not null constraint quiet_hours_library references organisations.organisations (id),
  desk_id uuid not null constraint quiet_hours_desk references desks.desks (id),
  observed_on date not null,
  hour smallint not null constraint quiet_hours_hour check (hour between 0 and 23),
  received_at timestamptz not null,
  author_account_id uuid not null constraint quiet_hours_author references people.accounts (id),
  sender_account_id uuid not null constraint quiet_hours_sender references people.accounts (id),
  deleted_at timestamptz
);
comment on table contacts.quiet_hours is 'An hour in which somebody was there and nobody came: an observation, not the same as nothing recorded.';
create unique index quiet_hours_once on contacts.quiet_hours (desk_id, observed_on, hour) where deleted_at is null;

-- Whose row it is decides: the desk at work, its library, or a named job. No municipality, no nation: those see
-- counts, never contacts.
do $$
declare
  name text;
begin
  foreach name in array array['contacts', 'questions', 'question_service_providers', 'help_given', 'contact_versions', 'tallies', 'quiet_hours'] loop
    execute format('alter table contacts.%I enable row level security', name);
    execute format($policy$
      create policy %I on contacts.%I for all to balie_app, balie_worker
        using (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'job')
        with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'job')
      $policy$, name || '_within_scope', name);
    execute format('grant select, insert on contacts.%I to balie_app, balie_worker', name);
  end loop;
end
$$;
-- Whose it is and what was received never changes; what was said may be corrected.
grant update (revision, place_id, form_code, channel, occurred_at, occurred_on, duration, satisfied, gender, age, language,
  visitor_municipality_code, deleted_at) on contacts.contacts to balie_app, balie_worker;
grant update (deleted_at) on contacts.tallies, contacts.quiet_hours to balie_app, balie_worker;
-- A correction replaces these rows; the version keeps what they said.
grant delete on contacts.questions, contacts.question_service_providers, contacts.help_given to balie_app, balie_worker;

-- How long a registration may still be corrected; each library decides (14 days where nothing is said).
create table contacts.correction_terms (
  library_id uuid primary key constraint correction_terms_library references organisations.organisations (id),
  days smallint not null constraint correction_terms_days check (days between 0 and 366)
);
alter table contacts.correction_terms enable row level security;
create policy correction_terms_read on contacts.correction_terms for select to balie_app, balie_worker
  using ((select platform.scope_kind()) <> 'none');
create policy correction_terms_write on contacts.correction_terms for all to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[]))
  with check (library_id = any ((select platform.scope_library_ids())::uuid[]));
grant select, insert, update on contacts.correction_terms to balie_app, balie_worker;
