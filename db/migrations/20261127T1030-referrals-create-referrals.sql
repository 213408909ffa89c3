-- Warm referrals, appointments and call-backs (guide § 2.2.2, § 2.3, § 3.1, § 4.4). What happened stays, as a count; who it was stands apart,
-- encrypted, and is erased. Nothing here points to a hulpcontact, and nothing there points here.
create schema referrals;
grant usage on schema referrals to balie_app, balie_worker;

create table referrals.library_keys (
  id uuid primary key,
  library_id uuid not null constraint library_keys_library references organisations.organisations (id),
  master_key text not null,
  wrapped bytea not null,
  made_at timestamptz not null,
  retired_at timestamptz
);
comment on table referrals.library_keys is 'The key of a library for personal data, itself encrypted with a master key that is not in the database (master_key: its name). Without that, or without this row, nobody reads what it sealed.';
create unique index library_keys_one_in_use on referrals.library_keys (library_id) where retired_at is null;

create table referrals.referrals (
  id uuid primary key,
  code text not null constraint referrals_code_once unique,
  direction text not null constraint referrals_direction_known check (direction in ('out', 'in')),
  warmth text not null constraint referrals_warmth_known check (warmth in ('plain', 'warm')),
  library_id uuid not null constraint referrals_library references organisations.organisations (id),
  desk_id uuid not null constraint referrals_desk references desks.desks (id),
  municipality_code text not null constraint referrals_municipality references organisations.municipalities (code),
  partner_id uuid constraint referrals_partner references directory.partners (id),
  service_id uuid constraint referrals_service references directory.services (id),
  agreement_id uuid constraint referrals_agreement references directory.agreements (id),
  partner_organisation_id uuid constraint referrals_partner_organisation references organisations.organisations (id),
  sender_kind text constraint referrals_sender_kind_known check (sender_kind in ('municipality', 'service-provider', 'help-line', 'partner')),
  sender_name text,
  sender_organisation_id uuid constraint referrals_sender_organisation references organisations.organisations (id),
  topic_code text constraint referrals_topic references lists.topics (code),
  way text constraint referrals_way_known check (way in ('leaflet', 'consultation-hour', 'appointment', 'phone', 'mail', 'walk-in')),
  state text not null constraint referrals_state_known check (state in (
    'given', 'sent', 'received', 'appointment', 'came', 'not-came', 'helped', 'not-for-us', 'no-room', 'sent-on', 'withdrawn', 'closed')),
  state_since timestamptz not null,
  reason text,
  better_place text,
  outcome text constraint referrals_outcome_known check (outcome in ('helped', 'partly-helped', 'not-helped', 'not-reached', 'no-longer-needed', 'unknown')),
  follows_id uuid constraint referrals_follows references referrals.referrals (id),
  appointment_at timestamptz,
  answer_days smallint not null default 5,
  remind_on date,
  reminded_on date,
  answered_at timestamptz,
  visitor_said text constraint referrals_visitor_said_known check (visitor_said in ('yes', 'partly', 'no')),
  made_by uuid,
  made_at timestamptz not null,
  made_on date not null,
  closed_at timestamptz,
  version integer not null default 1,
  constraint referrals_ends check (case when direction = 'out' then partner_id is not null and sender_kind is null else sender_kind is not null and partner_id is null end),
  constraint referrals_closed check ((closed_at is not null) = (state in ('given', 'sent-on', 'withdrawn', 'closed')))
);
comment on table referrals.referrals is 'Somebody was sent on: by a desk to a partner (out), or by others to a desk (in). Without a word about who; that stands in referrals.persons, as long as it is needed.';
comment on column referrals.referrals.code is 'By which both sides speak of it, in place of a name.';
comment on column referrals.referrals.answer_days is 'Working days without an answer before the desk is reminded.';
comment on column referrals.referrals.answered_at is 'The first answer of who received it.';
comment on column referrals.referrals.follows_id is 'The referral that was sent on to this one.';
create index referrals_desk on referrals.referrals (desk_id, made_on desc);
create index referrals_library on referrals.referrals (library_id, made_on desc);
create index referrals_partner on referrals.referrals (partner_id, made_on desc);
create index referrals_partner_organisation on referrals.referrals (partner_organisation_id) where partner_organisation_id is not null;
create index referrals_sender_organisation on referrals.referrals (sender_organisation_id) where sender_organisation_id is not null;
create index referrals_follows on referrals.referrals (follows_id) where follows_id is not null;
create index referrals_waiting on referrals.referrals (remind_on) where closed_at is null;

create table referrals.transitions (
  id bigint generated always as identity primary key,
  referral_id uuid not null constraint transitions_referral references referrals.referrals (id),
  at timestamptz not null,
  event text not null,
  from_state text,
  to_state text not null,
  by_kind text not null constraint transitions_by_known check (by_kind in ('desk', 'partner', 'sender', 'visitor', 'clock')),
  account_id uuid,
  reason text
);
comment on table referrals.transitions is 'What happened to a referral, when, and from which side. account_id: who, of the staff.';
create index transitions_referral on referrals.transitions (referral_id, id);

create table referrals.consents (
  id uuid primary key,
  about_kind text not null constraint consents_about_known check (about_kind in ('referral', 'appointment', 'call-back')),
  about_id uuid not null,
  library_id uuid not null constraint consents_library references organisations.organisations (id),
  text_version text not null,
  language text not null,
  given_on text not null constraint consents_given_on_known check (given_on in ('screen', 'paper')),
  passed_to text not null,
  passed text[] not null constraint consents_passed_known check (passed <@ array['name', 'phone', 'email', 'question']),
  given_at timestamptz not null,
  recorded_by uuid,
  valid_until date not null,
  withdrawn_at timestamptz
);
comment on table referrals.consents is 'What a visitor agreed to: in which text and language, on screen or on paper, what is passed to which organisation, until when. Erased with the personal data.';
create index consents_about on referrals.consents (about_kind, about_id);
create index consents_valid_until on referrals.consents (valid_until);

create table referrals.persons (
  id uuid primary key,
  about_kind text not null constraint persons_about_known check (about_kind in ('referral', 'appointment', 'call-back')),
  about_id uuid not null,
  library_id uuid not null constraint persons_library references organisations.organisations (id),
  key_id uuid not null constraint persons_key references referrals.library_keys (id),
  name bytea,
  contact_kind text constraint persons_contact_kind_known check (contact_kind in ('phone', 'email')),
  contact bytea,
  contact_hash bytea,
  language text not null default 'nl',
  kept_at timestamptz not null,
  erase_on date not null,
  constraint persons_contact check (num_nulls(contact_kind, contact, contact_hash) in (0, 3)),
  constraint persons_something check (num_nonnulls(name, contact) > 0),
  constraint persons_once unique (about_kind, about_id)
);
comment on table referrals.persons is 'The name and the one way of contact of a visitor, for one referral, appointment or call-back. Encrypted with the key of the library; nothing else about a person is kept.';
comment on column referrals.persons.contact_hash is 'A keyed hash of the contact, so that who asks what is kept of him can be answered.';
comment on column referrals.persons.erase_on is 'The last day it may be needed; earlier when it is closed or consent is withdrawn.';
create index persons_erase_on on referrals.persons (erase_on);
create index persons_contact_hash on referrals.persons (library_id, contact_hash);
create index persons_key on referrals.persons (key_id);

create table referrals.readings (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  library_id uuid not null constraint readings_library references organisations.organisations (id),
  about_kind text not null,
  about_id uuid not null,
  by_kind text not null constraint readings_by_known check (by_kind in ('desk', 'partner', 'link', 'job', 'officer')),
  account_id uuid,
  why text not null constraint readings_why_known check (why in ('handle', 'call', 'plan', 'answer', 'mail', 'export', 'access-request', 'correct'))
);
comment on table referrals.readings is 'Who opened personal data of a visitor, when and for what; without that data. Seen by the privacy officer of the library.';
create index readings_library on referrals.readings (library_id, at desc);

create table referrals.retention_terms (
  id uuid primary key,
  library_id uuid constraint retention_terms_library references organisations.organisations (id),
  about_kind text not null,
  outcome text not null,
  days smallint not null,
  constraint retention_terms_days check (days between 0 and 365)
);
comment on table referrals.retention_terms is 'After how many days personal data goes, by kind and by how it ended. library_id null: what holds where a library set nothing.';
create unique index retention_terms_once on referrals.retention_terms (coalesce(library_id, '00000000-0000-0000-0000-000000000000'), about_kind, outcome);

create table referrals.erasures (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  library_id uuid not null,
  about_kind text not null,
  cause text not null constraint erasures_cause_known check (cause in ('term', 'withdrawn', 'asked')),
  persons integer not null
);
comment on table referrals.erasures is 'How many people''s data was erased, when and why. Nothing of theirs.';

create table referrals.offers (
  id uuid primary key,
  library_id uuid not null constraint offers_library references organisations.organisations (id),
  desk_id uuid not null constraint offers_desk references desks.desks (id),
  agreement_id uuid constraint offers_agreement references directory.agreements (id),
  name text not null constraint offers_name_not_blank check (btrim(name) <> ''),
  hours_kind text not null constraint offers_hours_kind_known check (hours_kind in ('desk', 'consultation', 'telephone', 'youth', 'theme')),
  hours_label text,
  minutes smallint not null constraint offers_minutes check (minutes between 10 and 60),
  places smallint not null constraint offers_places check (places between 1 and 50),
  kept_for_walk_in smallint not null default 0,
  notice_minutes integer not null constraint offers_notice check (notice_minutes between 0 and 20160),
  horizon_days smallint not null constraint offers_horizon check (horizon_days between 1 and 180),
  by_public boolean not null default true,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint offers_some_bookable check (kept_for_walk_in between 0 and places - 1)
);
comment on table referrals.offers is 'Which hours of a desk can be booked and how: every so many minutes, so many at once, of which some are kept for who walks in; from so long before until so far ahead.';
comment on column referrals.offers.hours_label is 'Only hours with this name; null: all hours of the kind. agreement_id: a partner''s consultation hour at the desk.';
comment on column referrals.offers.by_public is 'Visitors and referrers may book, not only the desk.';
create index offers_desk on referrals.offers (desk_id);
create unique index offers_name_once on referrals.offers (desk_id, lower(name)) where active;

create table referrals.appointments (
  id uuid primary key,
  offer_id uuid not null constraint appointments_offer references referrals.offers (id),
  library_id uuid not null constraint appointments_library references organisations.organisations (id),
  desk_id uuid not null constraint appointments_desk references desks.desks (id),
  referral_id uuid constraint appointments_referral references referrals.referrals (id),
  code_hash bytea not null constraint appointments_code_once unique,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place smallint not null constraint appointments_place_from_1 check (place >= 1),
  topic_code text constraint appointments_topic references lists.topics (code),
  state text not null constraint appointments_state_known check (state in ('booked', 'came', 'not-came', 'cancelled')),
  state_since timestamptz not null,
  made_by_kind text not null constraint appointments_made_by_known check (made_by_kind in ('desk', 'visitor', 'sender', 'partner')),
  made_by uuid,
  made_at timestamptz not null,
  sequence smallint not null default 0,
  reminded_at timestamptz,
  constraint appointments_in_order check (ends_at > starts_at)
);
comment on table referrals.appointments is 'A place in an hour that somebody booked. Who, stands in referrals.persons, if he gave it. sequence: counts the changes, for calendars.';
create unique index appointments_place_once on referrals.appointments (offer_id, starts_at, place) where state <> 'cancelled';
create index appointments_desk on referrals.appointments (desk_id, starts_at);
create index appointments_referral on referrals.appointments (referral_id) where referral_id is not null;

create table referrals.queue_numbers (
  id uuid primary key,
  library_id uuid not null constraint queue_numbers_library references organisations.organisations (id),
  desk_id uuid not null constraint queue_numbers_desk references desks.desks (id),
  day date not null,
  number smallint not null constraint queue_numbers_from_1 check (number >= 1),
  state text not null constraint queue_numbers_state_known check (state in ('waiting', 'called', 'left')),
  taken_at timestamptz not null,
  called_at timestamptz,
  constraint queue_numbers_once unique (desk_id, day, number)
);
comment on table referrals.queue_numbers is 'Who walked in and waits, by a number of the day and nothing else.';

create table referrals.call_backs (
  id uuid primary key,
  code text not null constraint call_backs_code_once unique,
  library_id uuid not null constraint call_backs_library references organisations.organisations (id),
  desk_id uuid not null constraint call_backs_desk references desks.desks (id),
  topic_code text constraint call_backs_topic references lists.topics (code),
  suits text not null constraint call_backs_suits_known check (suits in ('any', 'morning', 'afternoon', 'evening')),
  state text not null constraint call_backs_state_known check (state in ('waiting', 'reached', 'not-reached', 'withdrawn')),
  state_since timestamptz not null,
  planned_at timestamptz,
  made_by_kind text not null constraint call_backs_made_by_known check (made_by_kind in ('desk', 'visitor', 'sender', 'partner')),
  made_at timestamptz not null,
  closed_at timestamptz
);
comment on table referrals.call_backs is 'Somebody asked to be called (guide § 3.1). The number stands in referrals.persons.';
create index call_backs_desk on referrals.call_backs (desk_id, made_at desc);

create table referrals.call_attempts (
  id bigint generated always as identity primary key,
  call_back_id uuid not null constraint call_attempts_call_back references referrals.call_backs (id),
  at timestamptz not null,
  outcome text not null constraint call_attempts_outcome_known check (outcome in ('reached', 'no-answer', 'wrong-number', 'call-later')),
  account_id uuid
);
create index call_attempts_call_back on referrals.call_attempts (call_back_id, at);

alter table referrals.library_keys enable row level security;
create policy library_keys_read on referrals.library_keys for select to balie_app, balie_worker using ((select platform.scope_kind()) <> 'none');
create policy library_keys_add on referrals.library_keys for insert to balie_app, balie_worker with check ((select platform.scope_kind()) <> 'none');
create policy library_keys_change on referrals.library_keys for update to balie_worker using ((select platform.scope_kind()) = 'job');
create policy library_keys_remove on referrals.library_keys for delete to balie_worker using ((select platform.scope_kind()) = 'job' and retired_at is not null);
grant select, insert on referrals.library_keys to balie_app, balie_worker;
grant update, delete on referrals.library_keys to balie_worker;

alter table referrals.referrals enable row level security;
create policy referrals_own on referrals.referrals for all to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[]) or desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'job')
  with check (library_id = any ((select platform.scope_library_ids())::uuid[]) or desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'job');
create policy referrals_partner on referrals.referrals for all to balie_app
  using (partner_organisation_id = any ((select platform.scope_partner_ids())::uuid[]) or sender_organisation_id = any ((select platform.scope_partner_ids())::uuid[]))
  with check (partner_organisation_id = any ((select platform.scope_partner_ids())::uuid[]) or (direction = 'in' and sender_organisation_id = any ((select platform.scope_partner_ids())::uuid[])));
create policy referrals_link on referrals.referrals for all to balie_app
  using ((select platform.scope_kind()) = 'link' and starts_with((select platform.scope_link_purpose()), 'referrals.') and id = (select platform.scope_link_subject()))
  with check ((select platform.scope_kind()) = 'link' and id = (select platform.scope_link_subject()));
create policy referrals_send on referrals.referrals for insert to balie_app with check ((select platform.scope_kind()) = 'public' and direction = 'in');
grant select, insert, update on referrals.referrals to balie_app, balie_worker;

-- What somebody may see of referrals, by the policies above.
create function referrals.may_see(referral uuid) returns boolean language sql stable
  as $$ select exists (select from referrals.referrals where id = referral) $$;

alter table referrals.transitions enable row level security;
create policy transitions_read on referrals.transitions for select to balie_app, balie_worker using (referrals.may_see(referral_id));
create policy transitions_add on referrals.transitions for insert to balie_app, balie_worker
  with check ((select platform.scope_kind()) = 'public' or referrals.may_see(referral_id));
grant select, insert on referrals.transitions to balie_app, balie_worker;

-- Personal data: the library, the partner that it was passed to while consent holds, the link for this one thing. The public only adds.
alter table referrals.consents enable row level security;
create policy consents_library on referrals.consents for all to balie_app, balie_worker
  using (library_id = any ((select desks.scope_libraries())::uuid[]) or (select platform.scope_kind()) = 'job')
  with check (library_id = any ((select desks.scope_libraries())::uuid[]) or (select platform.scope_kind()) = 'job');
create policy consents_partner on referrals.consents for select to balie_app
  using ((select platform.scope_kind()) in ('partner', 'link') and ((about_kind = 'referral' and referrals.may_see(about_id)) or about_id = (select platform.scope_link_subject())));
create policy consents_withdraw on referrals.consents for update to balie_app
  using ((select platform.scope_kind()) = 'link' and about_id = (select platform.scope_link_subject()));
create policy consents_add on referrals.consents for insert to balie_app with check ((select platform.scope_kind()) in ('public', 'partner', 'link'));
grant select, insert, update, delete on referrals.consents to balie_app, balie_worker;

-- Who it is, is for the receiver while he can help: not after he said that he cannot, and not after the end.
create function referrals.may_open(referral uuid) returns boolean language sql stable
  as $$ select exists (select from referrals.referrals
    where id = referral and (direction = 'in' or state in ('sent', 'received', 'appointment', 'came', 'not-came', 'helped'))) $$;

alter table referrals.persons enable row level security;
create policy persons_library on referrals.persons for all to balie_app, balie_worker
  using (library_id = any ((select desks.scope_libraries())::uuid[]) or (select platform.scope_kind()) = 'job')
  with check (library_id = any ((select desks.scope_libraries())::uuid[]) or (select platform.scope_kind()) = 'job');
create policy persons_partner on referrals.persons for select to balie_app
  using ((select platform.scope_kind()) in ('partner', 'link') and about_kind = 'referral' and referrals.may_open(about_id)
    and exists (select from referrals.consents c where c.about_kind = 'referral' and c.about_id = persons.about_id and c.withdrawn_at is null));
create policy persons_link on referrals.persons for all to balie_app
  using ((select platform.scope_kind()) = 'link' and about_id = (select platform.scope_link_subject())
    and (select platform.scope_link_purpose()) in ('referrals.visitor', 'referrals.appointment', 'referrals.call-back'))
  with check ((select platform.scope_kind()) = 'link' and about_id = (select platform.scope_link_subject()));
create policy persons_add on referrals.persons for insert to balie_app with check ((select platform.scope_kind()) in ('public', 'partner'));
grant select, insert, update, delete on referrals.persons to balie_app, balie_worker;

alter table referrals.readings enable row level security;
create policy readings_add on referrals.readings for insert to balie_app, balie_worker with check ((select platform.scope_kind()) <> 'none');
create policy readings_read on referrals.readings for select to balie_app, balie_worker using (library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'job');
create policy readings_remove on referrals.readings for delete to balie_worker using ((select platform.scope_kind()) = 'job');
grant select, insert on referrals.readings to balie_app, balie_worker;
grant delete on referrals.readings to balie_worker;

alter table referrals.retention_terms enable row level security;
create policy retention_terms_read on referrals.retention_terms for select to balie_app, balie_worker using ((select platform.scope_kind()) <> 'none');
create policy retention_terms_write on referrals.retention_terms for all to balie_app
  using (library_id = any ((select platform.scope_library_ids())::uuid[]) or (library_id is null and (select platform.scope_kind()) = 'nation'))
  with check (library_id = any ((select platform.scope_library_ids())::uuid[]) or (library_id is null and (select platform.scope_kind()) = 'nation'));
grant select, insert, update, delete on referrals.retention_terms to balie_app, balie_worker;

alter table referrals.erasures enable row level security;
create policy erasures_add on referrals.erasures for insert to balie_app, balie_worker with check ((select platform.scope_kind()) <> 'none');
create policy erasures_read on referrals.erasures for select to balie_app, balie_worker using (library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'job');
grant select, insert on referrals.erasures to balie_app, balie_worker;

-- Which hours can be booked is for everybody; which places are taken too, for there is nothing of anybody in it.
alter table referrals.offers enable row level security;
create policy offers_read on referrals.offers for select to balie_app, balie_worker using ((select platform.scope_kind()) <> 'none');
create policy offers_write on referrals.offers for all to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[]) or desk_id = any ((select platform.scope_desk_ids())::uuid[]))
  with check (library_id = any ((select platform.scope_library_ids())::uuid[]) or desk_id = any ((select platform.scope_desk_ids())::uuid[]));
grant select, insert, update on referrals.offers to balie_app, balie_worker;

alter table referrals.appointments enable row level security;
create policy appointments_own on referrals.appointments for all to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[]) or desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'job')
  with check (library_id = any ((select platform.scope_library_ids())::uuid[]) or desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'job');
create policy appointments_link on referrals.appointments for all to balie_app
  using ((select platform.scope_kind()) = 'link' and (id = (select platform.scope_link_subject()) or referral_id = (select platform.scope_link_subject())))
  with check ((select platform.scope_kind()) = 'link' and (id = (select platform.scope_link_subject()) or referral_id = (select platform.scope_link_subject())));
create policy appointments_partner on referrals.appointments for all to balie_app
  using ((select platform.scope_kind()) = 'partner' and referrals.may_see(referral_id)) with check ((select platform.scope_kind()) = 'partner' and referrals.may_see(referral_id));
create policy appointments_book on referrals.appointments for insert to balie_app with check ((select platform.scope_kind()) = 'public');
grant select, insert, update on referrals.appointments to balie_app, balie_worker;

create function referrals.taken_places(desk uuid, from_moment timestamptz, until_moment timestamptz)
  returns table (offer_id uuid, starts_at timestamptz, place smallint) language sql stable security definer set search_path = pg_catalog
  as $$ select offer_id, starts_at, place from referrals.appointments
    where desk_id = desk and state <> 'cancelled' and starts_at >= from_moment and starts_at < until_moment $$;
comment on function referrals.taken_places is 'Which places of a desk are taken, for everybody who books: nothing about who took them.';
revoke all on function referrals.taken_places from public;
grant execute on function referrals.taken_places to balie_app, balie_worker;

alter table referrals.queue_numbers enable row level security;
create policy queue_numbers_own on referrals.queue_numbers for all to balie_app, balie_worker
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'job')
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or library_id = any ((select platform.scope_library_ids())::uuid[]));
grant select, insert, update, delete on referrals.queue_numbers to balie_app, balie_worker;

alter table referrals.call_backs enable row level security;
create policy call_backs_own on referrals.call_backs for all to balie_app, balie_worker
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'job')
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'job');
create policy call_backs_ask on referrals.call_backs for insert to balie_app with check ((select platform.scope_kind()) in ('public', 'partner'));
create policy call_backs_link on referrals.call_backs for all to balie_app
  using ((select platform.scope_kind()) = 'link' and id = (select platform.scope_link_subject())) with check ((select platform.scope_kind()) = 'link' and id = (select platform.scope_link_subject()));
grant select, insert, update on referrals.call_backs to balie_app, balie_worker;

alter table referrals.call_attempts enable row level security;
create policy call_attempts_own on referrals.call_attempts for all to balie_app, balie_worker
  using (exists (select from referrals.call_backs where id = call_back_id)) with check (exists (select from referrals.call_backs where id = call_back_id));
grant select, insert on referrals.call_attempts to balie_app, balie_worker;

-- Until a library sets its own (domain: consent forms are kept a month).
insert into referrals.retention_terms (id, library_id, about_kind, outcome, days) values
  (gen_random_uuid(), null, 'referral', 'helped', 30), (gen_random_uuid(), null, 'referral', 'partly-helped', 30),
  (gen_random_uuid(), null, 'referral', 'not-helped', 30), (gen_random_uuid(), null, 'referral', 'not-reached', 30),
  (gen_random_uuid(), null, 'referral', 'no-longer-needed', 7), (gen_random_uuid(), null, 'referral', 'unknown', 30),
  (gen_random_uuid(), null, 'appointment', 'came', 7), (gen_random_uuid(), null, 'appointment', 'not-came', 7),
  (gen_random_uuid(), null, 'appointment', 'cancelled', 1), (gen_random_uuid(), null, 'call-back', 'reached', 1),
  (gen_random_uuid(), null, 'call-back', 'not-reached', 7), (gen_random_uuid(), null, 'call-back', 'withdrawn', 0);
