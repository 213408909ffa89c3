-- The network around the desks of a municipality, which it directs (guide § 4.3): who takes part, and what was agreed when they met.

create table directory.network_partners (
  id uuid primary key,
  municipality_code text not null constraint network_partners_municipality references organisations.municipalities (code),
  partner_id uuid not null constraint network_partners_partner references directory.partners (id),
  policy_areas text[] not null constraint network_partners_areas_known check (cardinality(policy_areas) > 0 and policy_areas <@ array[
    'libraries', 'literacy', 'education', 'integration', 'work-and-income', 'debts-and-poverty', 'customer-contact', 'social-domain', 'health', 'physical-domain']),
  cooperation text[] not null constraint network_partners_cooperation_known check (cardinality(cooperation) > 0 and cooperation <@ array[
    'referral', 'consultation-hour', 'desk-at-partner', 'pop-up', 'meeting', 'wished']),
  contact_name text not null default '',
  note text not null default '',
  left_on date,
  version integer not null default 1,
  created_at timestamptz not null
);
comment on table directory.network_partners is 'A partner in the network of a municipality: on which policy areas (guide, table 1) and how they work together (guide § 2.3.2). wished: the municipality wants them to take part.';
comment on column directory.network_partners.contact_name is 'Whom the municipality speaks with there.';
create unique index network_partners_once on directory.network_partners (municipality_code, partner_id) where left_on is null;
create index network_partners_partner on directory.network_partners (partner_id);

create table directory.meetings (
  id uuid primary key,
  municipality_code text not null constraint meetings_municipality references organisations.municipalities (code),
  day date not null,
  starts text constraint meetings_starts_form check (starts ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text not null default '',
  subject text not null constraint meetings_subject_not_blank check (btrim(subject) <> ''),
  agenda text not null default '',
  minutes text not null default '',
  cancelled boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null
);
comment on table directory.meetings is 'A meeting of the network (ketenpartneroverleg, guide § 4.3): its agenda before, its minutes after.';
create index meetings_municipality on directory.meetings (municipality_code, day desc);

create table directory.meeting_partners (
  meeting_id uuid not null constraint meeting_partners_meeting references directory.meetings (id),
  network_partner_id uuid not null constraint meeting_partners_partner references directory.network_partners (id),
  attendance text not null constraint meeting_partners_attendance_known check (attendance in ('invited', 'present', 'absent')),
  primary key (meeting_id, network_partner_id)
);
create index meeting_partners_partner on directory.meeting_partners (network_partner_id);

create table directory.network_actions (
  id uuid primary key,
  municipality_code text not null constraint network_actions_municipality references organisations.municipalities (code),
  meeting_id uuid constraint network_actions_meeting references directory.meetings (id),
  what text not null constraint network_actions_what_not_blank check (btrim(what) <> ''),
  owed_by_kind text not null constraint network_actions_owed_by_known check (owed_by_kind in ('municipality', 'library', 'partner')),
  network_partner_id uuid constraint network_actions_partner references directory.network_partners (id),
  due_on date not null,
  done_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint network_actions_partner_named check ((owed_by_kind = 'partner') = (network_partner_id is not null))
);
comment on table directory.network_actions is 'Who owes what by when, since which meeting.';
create index network_actions_open on directory.network_actions (municipality_code, due_on) where done_on is null;
create index network_actions_meeting on directory.network_actions (meeting_id);
create index network_actions_partner on directory.network_actions (network_partner_id);

-- The municipality keeps it; the libraries that work there read along.
do $$
declare
  name text;
begin
  foreach name in array array['network_partners', 'meetings', 'network_actions'] loop
    execute format('alter table directory.%I enable row level security', name);
    execute format('create policy %I on directory.%I for select to balie_app, balie_worker using (
      municipality_code = any ((select platform.scope_municipality_codes())::text[])
      or municipality_code in (select municipality_code from organisations.library_municipalities where library_id = any ((select desks.scope_libraries())::uuid[])))', name || '_read', name);
    execute format('create policy %I on directory.%I for insert to balie_app with check (municipality_code = any ((select platform.scope_municipality_codes())::text[]))', name || '_add', name);
    execute format('create policy %I on directory.%I for update to balie_app using (municipality_code = any ((select platform.scope_municipality_codes())::text[]))', name || '_change', name);
    execute format('grant select, insert, update on directory.%I to balie_app, balie_worker', name);
  end loop;
end
$$;
alter table directory.meeting_partners enable row level security;
create policy meeting_partners_read on directory.meeting_partners for select to balie_app, balie_worker
  using (meeting_id in (select id from directory.meetings));
create policy meeting_partners_write on directory.meeting_partners for all to balie_app
  using (meeting_id in (select id from directory.meetings where municipality_code = any ((select platform.scope_municipality_codes())::text[])))
  with check (meeting_id in (select id from directory.meetings where municipality_code = any ((select platform.scope_municipality_codes())::text[])));
grant select, insert, update, delete on directory.meeting_partners to balie_app, balie_worker;
