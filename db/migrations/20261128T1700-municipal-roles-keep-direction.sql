-- Directing the network, referring, making policy, and knowing each other (guide § 4.3, § 4.4, § 4.6, § 5.2.3, § 5.3).

-- For which municipalities somebody works at a desk: where it stands, who pays for it, where its library works, and whatever these became.
create function municipal_roles.scope_meets() returns text[] language sql stable
  as $$ with recursive met(code) as (
      select desk.municipality_code from desks.desks as desk where desk.id = any (platform.scope_desk_ids())
      union
      select paying.municipality_code from desks.financiers as paying where paying.desk_id = any (platform.scope_desk_ids())
      union
      select area.municipality_code from organisations.library_municipalities as area where area.library_id = any (platform.scope_library_ids())
      union
      select ended.successor_code from organisations.municipalities as ended join met on met.code = ended.code where ended.successor_code is not null)
    select coalesce(array_agg(code), '{}') from met $$;
comment on function municipal_roles.scope_meets is 'The municipalities that somebody at a desk or a library works for.';

-- Which libraries work for some municipalities: they serve one, have a desk there, or have one that it pays for.
create function municipal_roles.libraries_of(codes text[]) returns uuid[] language sql stable
  as $$ select array(
      select library_id from organisations.library_municipalities where municipality_code = any (codes)
      union
      select library_id from desks.desks where active and municipality_code = any (codes)
      union
      select desk.library_id from desks.financiers as paying join desks.desks as desk on desk.id = paying.desk_id
        where desk.active and paying.municipality_code = any (codes)) $$;
comment on function municipal_roles.libraries_of is 'The libraries that work for municipalities.';

create table municipal_roles.absent_kinds (
  municipality_code text not null constraint absent_kinds_municipality references organisations.municipalities (code),
  kind text not null,
  reason text not null default '',
  withdrawn_at timestamptz,
  version integer not null default 1,
  noted_at timestamptz not null,
  primary key (municipality_code, kind),
  constraint absent_kinds_reason check (withdrawn_at is not null or btrim(reason) <> '')
);
comment on table municipal_roles.absent_kinds is 'Kinds of organisations of the guide''s list (§ 2.3.2) that are not in a municipality, or take no part there, and why.';

create table municipal_roles.priorities (
  id uuid primary key,
  municipality_code text not null constraint priorities_municipality references organisations.municipalities (code),
  kind text not null constraint priorities_kind_known check (kind in ('group', 'service')),
  name text not null constraint priorities_name_not_blank check (btrim(name) <> ''),
  why text not null default '',
  from_day date not null,
  until_day date,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint priorities_days_in_order check (until_day > from_day)
);
comment on table municipal_roles.priorities is 'Groups of people that come first, and digital services with which the desks help besides those of the nation (guide § 4.3). Shown to the desks.';
comment on column municipal_roles.priorities.until_day is 'The first day on which it no longer counts.';
create index priorities_municipality on municipal_roles.priorities (municipality_code);

create table municipal_roles.presences (
  id uuid primary key,
  municipality_code text not null constraint presences_municipality references organisations.municipalities (code),
  desk_id uuid not null constraint presences_desk references desks.desks (id),
  kind text not null constraint presences_kind_known check (kind in ('development-square', 'consultation-hour')),
  who text not null constraint presences_who_not_blank check (btrim(who) <> ''),
  times text not null constraint presences_times_not_blank check (btrim(times) <> ''),
  from_day date not null,
  until_day date,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint presences_days_in_order check (until_day > from_day)
);
comment on table municipal_roles.presences is 'Officials who are at a desk: at the Ontwikkelplein, or for a consultation hour (guide § 4.3). who: a function or a department, no name.';
create index presences_municipality on municipal_roles.presences (municipality_code);
create index presences_desk on municipal_roles.presences (desk_id);

create table municipal_roles.trainings (
  id uuid primary key,
  municipality_code text not null constraint trainings_municipality references organisations.municipalities (code),
  day date not null,
  given_by text not null constraint trainings_given_by_not_blank check (btrim(given_by) <> ''),
  department text not null constraint trainings_department_not_blank check (btrim(department) <> ''),
  others integer not null constraint trainings_others_positive check (others between 0 and 10000),
  note text not null default '',
  cancelled boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null
);
comment on table municipal_roles.trainings is 'Trainings ''recognise and refer'' of people at the counters of a municipality (guide § 4.4), for one department each.';
comment on column municipal_roles.trainings.others is 'How many followed it besides those with an account, who are named in training_followers.';
create index trainings_municipality on municipal_roles.trainings (municipality_code, day desc);

create table municipal_roles.training_followers (
  training_id uuid not null constraint training_followers_training references municipal_roles.trainings (id),
  account_id uuid not null constraint training_followers_account references people.accounts (id),
  primary key (training_id, account_id)
);
create index training_followers_account on municipal_roles.training_followers (account_id);

create table municipal_roles.policy_contacts (
  id uuid primary key,
  municipality_code text not null constraint policy_contacts_municipality references organisations.municipalities (code),
  area text not null,
  job_title text not null default '',
  name text not null constraint policy_contacts_name_not_blank check (btrim(name) <> ''),
  email text,
  phone text,
  until_day date,
  version integer not null default 1,
  created_at timestamptz not null
);
comment on table municipal_roles.policy_contacts is 'Whom to speak with in the municipality on a policy area (guide § 4.6): data of the job. Read by the desks that work for it.';
create index policy_contacts_municipality on municipal_roles.policy_contacts (municipality_code);

create table municipal_roles.talks (
  id uuid primary key,
  municipality_code text not null constraint talks_municipality references organisations.municipalities (code),
  area text not null,
  library_id uuid constraint talks_library references organisations.organisations (id),
  day date not null,
  starts text constraint talks_starts_form check (starts ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text not null default '',
  participants text not null constraint talks_participants_not_blank check (btrim(participants) <> ''),
  agenda text not null default '',
  agreed text not null default '',
  cancelled boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null
);
comment on table municipal_roles.talks is 'Three-party talks: the desks, the contact person of the municipality, and a policy department (guide § 4.6).';
comment on column municipal_roles.talks.library_id is 'The library that takes part, and reads along; null while that is not known.';
create index talks_municipality on municipal_roles.talks (municipality_code, day desc);
create index talks_library on municipal_roles.talks (library_id);

create table municipal_roles.talk_notes (
  talk_id uuid primary key constraint talk_notes_talk references municipal_roles.talks (id),
  notes text not null
);
comment on table municipal_roles.talk_notes is 'What the municipality noted of a talk for itself: apart from the talk, since the library that takes part reads that.';

create table municipal_roles.contact_persons (
  id uuid primary key,
  municipality_code text constraint contact_persons_municipality references organisations.municipalities (code),
  library_id uuid constraint contact_persons_library references organisations.organisations (id),
  desk_id uuid constraint contact_persons_desk references desks.desks (id),
  deputy boolean not null default false,
  placed text,
  department text not null default '',
  job_title text not null default '',
  name text not null constraint contact_persons_name_not_blank check (btrim(name) <> ''),
  email text,
  phone text,
  from_day date not null,
  until_day date,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint contact_persons_one_side check ((municipality_code is null) <> (library_id is null)),
  constraint contact_persons_desk_of_library check (desk_id is null or library_id is not null),
  constraint contact_persons_reachable check (email is not null or phone is not null),
  constraint contact_persons_placed_known check (placed in ('library-policy', 'literacy', 'social-domain', 'public-services', 'adult-education', 'work', 'other')),
  constraint contact_persons_days_in_order check (until_day > from_day)
);
comment on table municipal_roles.contact_persons is 'With whom to speak: of a municipality (guide § 5.2.3), of a library or of one desk of it. Data of the job, known to those who work together.';
comment on column municipal_roles.contact_persons.placed is 'Where the municipality placed the role (guide § 5.3).';
comment on column municipal_roles.contact_persons.until_day is 'The first day on which it is somebody else.';
create index contact_persons_municipality on municipal_roles.contact_persons (municipality_code);
create index contact_persons_library on municipal_roles.contact_persons (library_id);
create index contact_persons_desk on municipal_roles.contact_persons (desk_id);

create table municipal_roles.hand_overs (
  contact_person_id uuid primary key constraint hand_overs_contact_person references municipal_roles.contact_persons (id),
  successor_id uuid not null constraint hand_overs_successor references municipal_roles.contact_persons (id),
  note text not null default '',
  made_at timestamptz not null
);
comment on table municipal_roles.hand_overs is 'What somebody who leaves as contact person passes on to the next. Read by the own side only.';
create index hand_overs_successor on municipal_roles.hand_overs (successor_id);

-- The municipality keeps what is its own, with what was of those that merged into it.
do $$
declare
  name text;
begin
  foreach name in array array['absent_kinds', 'priorities', 'presences', 'trainings', 'policy_contacts', 'talks'] loop
    execute format('alter table municipal_roles.%I enable row level security', name);
    execute format('create policy %I on municipal_roles.%I for all to balie_app
      using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
      with check (municipality_code = any ((select organisations.scope_municipalities())::text[]))', name || '_municipality', name);
    execute format('grant select, insert, update on municipal_roles.%I to balie_app', name);
  end loop;
  -- What the desks have to know.
  foreach name in array array['priorities', 'presences', 'policy_contacts'] loop
    execute format('create policy %I on municipal_roles.%I for select to balie_app
      using (municipality_code = any ((select municipal_roles.scope_meets())::text[]))', name || '_desks', name);
  end loop;
end
$$;
create policy talks_library on municipal_roles.talks for select to balie_app
  using (library_id = any ((select desks.scope_libraries())::uuid[]) and municipality_code = any ((select municipal_roles.scope_meets())::text[]));

alter table municipal_roles.talk_notes enable row level security;
create policy talk_notes_municipality on municipal_roles.talk_notes for all to balie_app
  using (talk_id in (select id from municipal_roles.talks where municipality_code = any ((select organisations.scope_municipalities())::text[])))
  with check (talk_id in (select id from municipal_roles.talks where municipality_code = any ((select organisations.scope_municipalities())::text[])));
grant select, insert, update on municipal_roles.talk_notes to balie_app;

alter table municipal_roles.training_followers enable row level security;
create policy training_followers_municipality on municipal_roles.training_followers for all to balie_app
  using (training_id in (select id from municipal_roles.trainings)) with check (training_id in (select id from municipal_roles.trainings));
grant select, insert, delete on municipal_roles.training_followers to balie_app;

-- Each side keeps its own; the other reads it, and so do neighbours of a municipality (guide § 5.2.2).
alter table municipal_roles.contact_persons enable row level security;
create policy contact_persons_municipality on municipal_roles.contact_persons for all to balie_app
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
  with check (municipality_code = any ((select organisations.scope_municipalities())::text[]));
create policy contact_persons_library on municipal_roles.contact_persons for all to balie_app
  using (library_id = any ((select desks.scope_libraries())::uuid[])
    and ((select platform.scope_kind()) = 'library' or desk_id = any ((select platform.scope_desk_ids())::uuid[])))
  with check (library_id = any ((select desks.scope_libraries())::uuid[])
    and ((select platform.scope_kind()) = 'library' or desk_id = any ((select platform.scope_desk_ids())::uuid[])));
create policy contact_persons_colleagues on municipal_roles.contact_persons for select to balie_app
  using (library_id = any ((select desks.scope_libraries())::uuid[]));
create policy contact_persons_of_libraries on municipal_roles.contact_persons for select to balie_app
  using (library_id = any ((select municipal_roles.libraries_of(organisations.scope_municipalities()))::uuid[]));
create policy contact_persons_of_municipalities on municipal_roles.contact_persons for select to balie_app
  using (municipality_code = any ((select municipal_roles.scope_meets())::text[]));
create policy contact_persons_of_neighbours on municipal_roles.contact_persons for select to balie_app
  using (municipality_code in (select neighbour_code from organisations.municipality_neighbours
    where code = any ((select organisations.scope_municipalities())::text[])));
grant select, insert, update on municipal_roles.contact_persons to balie_app;

alter table municipal_roles.hand_overs enable row level security;
create policy hand_overs_own_side on municipal_roles.hand_overs for all to balie_app
  using (contact_person_id in (select id from municipal_roles.contact_persons
    where municipality_code = any ((select organisations.scope_municipalities())::text[]) or library_id = any ((select desks.scope_libraries())::uuid[])))
  with check (contact_person_id in (select id from municipal_roles.contact_persons
    where municipality_code = any ((select organisations.scope_municipalities())::text[]) or library_id = any ((select desks.scope_libraries())::uuid[])));
grant select, insert on municipal_roles.hand_overs to balie_app;
