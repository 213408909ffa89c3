-- The municipality makes the desks known (guide § 4.2): what it did, by which channel, for whom, at what cost, with what material.

create table municipal_roles.activities (
  id uuid primary key,
  municipality_code text not null constraint activities_municipality references organisations.municipalities (code),
  name text not null constraint activities_name_not_blank check (btrim(name) <> ''),
  channel text not null constraint activities_channel_known check (channel in
    ('letter', 'local-paper', 'website', 'social-media', 'poster', 'event', 'talk', 'partner', 'other')),
  starts_on date not null,
  ends_on date not null,
  audience text not null default '',
  reached integer constraint activities_reached_positive check (reached >= 0),
  cost_cents bigint constraint activities_cost_positive check (cost_cents >= 0),
  note text not null default '',
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint activities_days_in_order check (ends_on >= starts_on)
);
comment on table municipal_roles.activities is 'What a municipality did to make the desks known. Nothing is removed: it is marked.';
comment on column municipal_roles.activities.reached is 'How many people it reached, as the municipality reckons. Null: not known.';
comment on column municipal_roles.activities.cost_cents is 'Whole cents; the books themselves are in funding. Null: not known.';
create index activities_municipality on municipal_roles.activities (municipality_code, starts_on);

create table municipal_roles.activity_desks (
  activity_id uuid not null constraint activity_desks_activity references municipal_roles.activities (id),
  desk_id uuid not null constraint activity_desks_desk references desks.desks (id),
  primary key (activity_id, desk_id)
);
comment on table municipal_roles.activity_desks is 'For which desks it was done; none: for all of the municipality.';
create index activity_desks_desk on municipal_roles.activity_desks (desk_id);

create table municipal_roles.activity_materials (
  activity_id uuid not null constraint activity_materials_activity references municipal_roles.activities (id),
  position smallint not null,
  name text not null constraint activity_materials_name_not_blank check (btrim(name) <> ''),
  copies integer constraint activity_materials_copies_positive check (copies >= 0),
  primary key (activity_id, position)
);
comment on table municipal_roles.activity_materials is 'What was made for it, and how many.';

create table municipal_roles.activity_files (
  id uuid primary key,
  activity_id uuid not null constraint activity_files_activity references municipal_roles.activities (id),
  file_name text not null,
  media_type text not null,
  content bytea not null,
  removed_at timestamptz,
  added_at timestamptz not null
);
comment on table municipal_roles.activity_files is 'The letter, poster or text itself.';
create index activity_files_activity on municipal_roles.activity_files (activity_id);

alter table municipal_roles.activities enable row level security;
create policy activities_municipality on municipal_roles.activities for all to balie_app
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
  with check (municipality_code = any ((select organisations.scope_municipalities())::text[]));
grant select, insert, update on municipal_roles.activities to balie_app;

-- Who sees an activity sees what belongs to it.
do $$
declare
  name text;
begin
  foreach name in array array['activity_desks', 'activity_materials', 'activity_files'] loop
    execute format('alter table municipal_roles.%I enable row level security', name);
    execute format('create policy %I on municipal_roles.%I for all to balie_app
      using (activity_id in (select id from municipal_roles.activities)) with check (activity_id in (select id from municipal_roles.activities))',
      name || '_municipality', name);
    execute format('grant select, insert, update on municipal_roles.%I to balie_app', name);
  end loop;
end
$$;
grant delete on municipal_roles.activity_desks, municipal_roles.activity_materials to balie_app;
