-- The directory of partners (sociale kaart; guide § 2.3, § 6.1.4): who helps with what, where and when, and what was agreed with whom.
create schema directory;
grant usage on schema directory to balie_app, balie_worker;

-- The libraries that somebody acts for: his own, and those of his desks.
create function desks.scope_libraries() returns uuid[] language sql stable
  as $$ select platform.scope_library_ids() || array(select library_id from desks.desks where id = any (platform.scope_desk_ids())) $$;

create table directory.partners (
  id uuid primary key,
  library_id uuid constraint partners_library references organisations.organisations (id),
  organisation_id uuid constraint partners_organisation references organisations.organisations (id),
  service_provider_code text constraint partners_service_provider references lists.service_providers (code),
  kind text not null constraint partners_kind_known check (kind in (
    'national', 'municipality', 'library', 'community-centre', 'volunteers', 'welfare', 'money-desk', 'tax-collector', 'education', 'seniors',
    'legal-advice', 'union', 'housing', 'care', 'care-office', 'clients', 'shop', 'other')),
  name text not null constraint partners_name_not_blank check (btrim(name) <> ''),
  short_name text,
  description text not null default '',
  website text constraint partners_website_form check (website ~ '^https?://'),
  email text,
  phone text,
  keeper_account_id uuid constraint partners_keeper references people.accounts (id),
  review_on date not null,
  confirmed_on date,
  source text not null,
  source_id text,
  source_document jsonb,
  version integer not null default 1,
  ended_on date,
  made_up boolean not null default false,
  created_at timestamptz not null
);
comment on table directory.partners is 'An organisation that helps people (guide § 2.3.1 and § 2.3.2). library_id: whose entry it is, null for one that everybody shares. organisation_id: when its people work in Balie.';
comment on column directory.partners.keeper_account_id is 'Who keeps the entry true; null: nobody yet.';
comment on column directory.partners.review_on is 'The day on which somebody has to confirm the entry. After it the entry is marked, later hidden from proposals.';
comment on column directory.partners.source is 'hand, reference, or the name of the feed or file it came from; source_id: its id there.';
comment on column directory.partners.source_document is 'What the feed told (HSDS), so that what has no place here goes out again as it came.';
create unique index partners_source_once on directory.partners (source, source_id) where source_id is not null;
create index partners_library on directory.partners (library_id);
create index partners_organisation on directory.partners (organisation_id);
create index partners_review on directory.partners (review_on) where ended_on is null;

create table directory.services (
  id uuid primary key,
  partner_id uuid not null constraint services_partner references directory.partners (id),
  name text not null constraint services_name_not_blank check (btrim(name) <> ''),
  description text not null default '',
  ways text[] not null default '{}' constraint services_ways_known check (ways <@ array['visit', 'phone', 'online', 'at-home']),
  by_appointment boolean not null default false,
  target_groups text[] not null default '{}',
  languages text[] not null default '{}',
  municipality_codes text[] not null default '{}',
  free boolean,
  cost text not null default '',
  eligibility text not null default '',
  required_documents text[] not null default '{}',
  website text constraint services_website_form check (website ~ '^https?://'),
  email text,
  phone text,
  capacity text not null default 'unknown' constraint services_capacity_known check (capacity in ('unknown', 'open', 'limited', 'full')),
  capacity_on date,
  is_course boolean not null default false,
  active boolean not null default true,
  source_id text,
  source_document jsonb,
  version integer not null default 1,
  created_at timestamptz not null
);
comment on table directory.services is 'What a partner does for people. municipality_codes: the area it serves, empty for the whole country.';
comment on column directory.services.is_course is 'A course: stands here until courses have a place of their own.';
create index services_partner on directory.services (partner_id);

create table directory.service_topics (
  service_id uuid not null constraint service_topics_service references directory.services (id) on delete cascade,
  topic_code text not null constraint service_topics_topic references lists.topics (code),
  primary key (service_id, topic_code)
);
comment on table directory.service_topics is 'With which questions a service helps: by these a desk gets its proposals.';
create index service_topics_topic on directory.service_topics (topic_code);

create table directory.locations (
  id uuid primary key,
  partner_id uuid not null constraint locations_partner references directory.partners (id),
  name text not null default '',
  street text,
  house_number text,
  postcode text constraint locations_postcode_form check (postcode ~ '^[1-9]\d{3} [A-Z]{2}$'),
  town text,
  municipality_code text constraint locations_municipality references organisations.municipalities (code),
  latitude float8,
  longitude float8,
  step_free boolean,
  note text not null default '',
  source_id text,
  source_document jsonb,
  created_at timestamptz not null
);
create index locations_partner on directory.locations (partner_id);

create table directory.service_locations (
  service_id uuid not null constraint service_locations_service references directory.services (id) on delete cascade,
  location_id uuid not null constraint service_locations_location references directory.locations (id) on delete cascade,
  source_document jsonb,
  primary key (service_id, location_id)
);
create index service_locations_location on directory.service_locations (location_id);

create table directory.hours (
  id uuid primary key,
  partner_id uuid not null constraint hours_partner references directory.partners (id),
  service_id uuid constraint hours_service references directory.services (id) on delete cascade,
  location_id uuid constraint hours_location references directory.locations (id) on delete cascade,
  weekday smallint constraint hours_weekday check (weekday between 1 and 7),
  opens smallint constraint hours_opens check (opens between 0 and 1439),
  closes smallint,
  from_day date,
  until_day date,
  note text not null default '',
  source_document jsonb,
  constraint hours_closes check (closes > opens and closes <= opens + 1440),
  constraint hours_told check (weekday is null or (opens is not null and closes is not null))
);
comment on table directory.hours is 'When a service, or everything at a location, can be reached: minutes of the local day on a weekday (1 Monday). Without a weekday: hours in words (note) or another rule of the feed (source_document).';
create index hours_partner on directory.hours (partner_id);

create table directory.contact_persons (
  id uuid primary key,
  partner_id uuid not null constraint contact_persons_partner references directory.partners (id),
  library_id uuid constraint contact_persons_library references organisations.organisations (id),
  name text not null constraint contact_persons_name_not_blank check (btrim(name) <> ''),
  role text not null default '',
  email text,
  phone text,
  active boolean not null default true,
  created_at timestamptz not null
);
comment on table directory.contact_persons is 'Who can be called at a partner (guide § 2.3.2): professional data, seen by the staff of desks and by the partner, never published. library_id: known to this library only, as the fixed contact of a national organisation.';
create index contact_persons_partner on directory.contact_persons (partner_id);

create table directory.agreements (
  id uuid primary key,
  library_id uuid not null constraint agreements_library references organisations.organisations (id),
  partner_id uuid not null constraint agreements_partner references directory.partners (id),
  service_id uuid constraint agreements_service references directory.services (id),
  when_to_refer text not null default '',
  way text not null constraint agreements_way_known check (way in ('consultation-hour', 'appointment', 'phone', 'mail', 'walk-in')),
  how text not null default '',
  contact_person_id uuid constraint agreements_contact_person references directory.contact_persons (id),
  desk_id uuid constraint agreements_desk references desks.desks (id),
  consultation_label text,
  refers_back text not null default '',
  answer_days smallint not null default 5 constraint agreements_answer_days check (answer_days between 1 and 30),
  valid_from date not null,
  valid_until date,
  review_on date not null,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint agreements_period check (valid_until > valid_from),
  constraint agreements_hour_at_desk check (way <> 'consultation-hour' or desk_id is not null)
);
comment on table directory.agreements is 'What a library agreed with a partner on referring (guide § 2.3.2): which service, when, how, whom to call, what they refer back.';
comment on column directory.agreements.consultation_label is 'The name of the consultation hour in the hours of the desk.';
comment on column directory.agreements.answer_days is 'Working days without an answer before the desk is reminded.';
create index agreements_library on directory.agreements (library_id);
create index agreements_partner on directory.agreements (partner_id);

create table directory.confirmations (
  id uuid primary key,
  partner_id uuid not null constraint confirmations_partner references directory.partners (id),
  at timestamptz not null,
  how text not null constraint confirmations_how_known check (how in ('link', 'phone', 'visit', 'mail', 'website', 'import', 'screen')),
  result text not null constraint confirmations_result_known check (result in ('right', 'changed', 'ended', 'no-answer')),
  account_id uuid,
  note text not null default ''
);
comment on table directory.confirmations is 'Who looked whether an entry is still right, when and how. Without an account: the partner itself, by its link.';
create index confirmations_partner on directory.confirmations (partner_id, at desc);

create table directory.remarks (
  id uuid primary key,
  partner_id uuid not null constraint remarks_partner references directory.partners (id),
  service_id uuid constraint remarks_service references directory.services (id) on delete set null,
  what text not null constraint remarks_what_known check (what in ('closed', 'address', 'phone', 'hours', 'offer', 'other')),
  text text not null default '',
  at timestamptz not null,
  handled_at timestamptz,
  handled_by uuid,
  took_over boolean
);
comment on table directory.remarks is 'Somebody, anybody, says that an entry is wrong.';
create index remarks_partner on directory.remarks (partner_id) where handled_at is null;

-- Of whom an entry is: the nation's, or a library's. Work of the machine may everything; a link, the one entry that it is for.
create function directory.may_keep(partner uuid) returns boolean language sql stable
  as $$ select platform.scope_kind() = 'job' or exists (
    select from directory.partners where id = partner and (
      (library_id is null and platform.scope_kind() = 'nation') or library_id = any (desks.scope_libraries())
      or (platform.scope_kind() = 'link' and platform.scope_link_purpose() = 'directory.confirm' and id = platform.scope_link_subject()))) $$;

alter table directory.partners enable row level security;
create policy partners_read on directory.partners for select to balie_app, balie_worker using ((select platform.scope_kind()) <> 'none');
create policy partners_add on directory.partners for insert to balie_app, balie_worker with check (
  (select platform.scope_kind()) = 'job'
  or case when library_id is null then (select platform.scope_kind()) = 'nation' else library_id = any ((select desks.scope_libraries())::uuid[]) end);
create policy partners_change on directory.partners for update to balie_app, balie_worker using (
  (select platform.scope_kind()) = 'job'
  or (library_id is null and (select platform.scope_kind()) = 'nation') or library_id = any ((select desks.scope_libraries())::uuid[])
  or ((select platform.scope_kind()) = 'link' and (select platform.scope_link_purpose()) = 'directory.confirm' and id = (select platform.scope_link_subject())));

do $$
declare
  name text;
begin
  foreach name in array array['services', 'locations', 'hours', 'confirmations'] loop
    execute format('alter table directory.%I enable row level security', name);
    execute format('create policy %I on directory.%I for select to balie_app, balie_worker using ((select platform.scope_kind()) <> ''none'')', name || '_read', name);
    execute format('create policy %I on directory.%I for insert to balie_app, balie_worker with check ((select platform.scope_kind()) = ''job'' or directory.may_keep(partner_id))', name || '_add', name);
    execute format('create policy %I on directory.%I for update to balie_app, balie_worker using ((select platform.scope_kind()) = ''job'' or directory.may_keep(partner_id))', name || '_change', name);
    execute format('create policy %I on directory.%I for delete to balie_app, balie_worker using ((select platform.scope_kind()) = ''job'' or directory.may_keep(partner_id))', name || '_remove', name);
    execute format('grant select, insert, update, delete on directory.%I to balie_app, balie_worker', name);
  end loop;
  foreach name in array array['service_topics', 'service_locations'] loop
    execute format('alter table directory.%I enable row level security', name);
    execute format('create policy %I on directory.%I for select to balie_app, balie_worker using ((select platform.scope_kind()) <> ''none'')', name || '_read', name);
    execute format('create policy %I on directory.%I for all to balie_app, balie_worker
      using ((select platform.scope_kind()) = ''job'' or directory.may_keep((select partner_id from directory.services where id = service_id)))
      with check ((select platform.scope_kind()) = ''job'' or directory.may_keep((select partner_id from directory.services where id = service_id)))', name || '_write', name);
    execute format('grant select, insert, update, delete on directory.%I to balie_app, balie_worker', name);
  end loop;
end
$$;
grant select, insert, update on directory.partners to balie_app, balie_worker;

alter table directory.contact_persons enable row level security;
create policy contact_persons_read on directory.contact_persons for select to balie_app, balie_worker using (
  (select platform.scope_kind()) in ('nation', 'job')
  or (library_id is null and (select platform.scope_kind()) in ('desk', 'desks', 'library', 'municipality'))
  or library_id = any ((select desks.scope_libraries())::uuid[])
  or partner_id in (select id from directory.partners where organisation_id = any ((select platform.scope_partner_ids())::uuid[]))
  or ((select platform.scope_link_purpose()) = 'directory.confirm' and partner_id = (select platform.scope_link_subject())));
create policy contact_persons_write on directory.contact_persons for all to balie_app, balie_worker
  using (case when library_id is null then directory.may_keep(partner_id) else library_id = any ((select desks.scope_libraries())::uuid[]) end)
  with check (case when library_id is null then directory.may_keep(partner_id) else library_id = any ((select desks.scope_libraries())::uuid[]) end);
grant select, insert, update, delete on directory.contact_persons to balie_app, balie_worker;

alter table directory.agreements enable row level security;
create policy agreements_read on directory.agreements for select to balie_app, balie_worker using (
  library_id = any ((select desks.scope_libraries())::uuid[]) or (select platform.scope_kind()) = 'job'
  or library_id in (select library_id from organisations.library_municipalities where municipality_code = any ((select platform.scope_municipality_codes())::text[]))
  or partner_id in (select id from directory.partners where organisation_id = any ((select platform.scope_partner_ids())::uuid[])));
create policy agreements_write on directory.agreements for all to balie_app, balie_worker
  using (library_id = any ((select desks.scope_libraries())::uuid[])) with check (library_id = any ((select desks.scope_libraries())::uuid[]));
grant select, insert, update on directory.agreements to balie_app, balie_worker;

alter table directory.remarks enable row level security;
create policy remarks_add on directory.remarks for insert to balie_app with check ((select platform.scope_kind()) <> 'none' and handled_at is null);
create policy remarks_read on directory.remarks for select to balie_app, balie_worker using (directory.may_keep(partner_id));
create policy remarks_handle on directory.remarks for update to balie_app, balie_worker using (directory.may_keep(partner_id));
grant select, insert, update on directory.remarks to balie_app, balie_worker;
