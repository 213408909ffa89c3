-- What a visitor wants to know of a desk before going there (feature 3.1), and where to go when it is no longer there.
alter table desks.desks
  add column code text not null generated always as (right(id::text, 8)) stored constraint desks_code_once unique,
  add column host text,
  add column phone text,
  add column email text,
  add column website text constraint desks_website_form check (website ~ '^https?://'),
  add column step_free boolean,
  add column hearing_loop boolean,
  add column private_room boolean,
  add column languages text[] not null default '{}',
  add column variant text not null default 'basic' constraint desks_variant_known check (variant in ('basic', 'always', 'broad')),
  add column by_appointment boolean not null default false,
  add column employees smallint constraint desks_employees_count check (employees between 0 and 999),
  add column volunteers smallint constraint desks_volunteers_count check (volunteers between 0 and 999),
  add column partner_staff smallint constraint desks_partner_staff_count check (partner_staff between 0 and 999),
  add column note text,
  add column located_by text constraint desks_located_by_known check (located_by in ('address', 'postcode', 'town')),
  add column closed_on date,
  add column successor_desk_id uuid constraint desks_successor references desks.desks (id),
  add column moved_on date,
  add column moved_from text,
  add constraint desks_not_own_successor check (successor_desk_id <> id);
comment on column desks.desks.code is 'The part of the id by which the public address of the desk knows it, whatever its name becomes.';
comment on column desks.desks.variant is 'basic: own hours; always: all staff of the library help while it is open; broad: part of a broader information point (Ontwikkelplein).';
comment on column desks.desks.by_appointment is 'Also outside its hours, by appointment (guide § 3.1).';
comment on column desks.desks.located_by is 'What the point on the map was found by; null without a point.';
comment on column desks.desks.successor_desk_id is 'Where visitors of a closed or merged desk are sent.';
update desks.desks set located_by = 'address' where latitude is not null;

alter table desks.places
  add column street text,
  add column house_number text,
  add column postcode text constraint places_postcode_form check (postcode ~ '^[1-9]\d{3} [A-Z]{2}$'),
  add column town text,
  add column latitude float8,
  add column longitude float8,
  add column located_by text constraint places_located_by_known check (located_by in ('address', 'postcode')),
  add column step_free boolean,
  add constraint places_of_desk unique (id, desk_id);

create table desks.branches (
  id uuid primary key,
  library_id uuid not null constraint branches_library references organisations.organisations (id),
  name text not null constraint branches_name_not_blank check (btrim(name) <> ''),
  kind text not null constraint branches_kind_known check (kind in ('branch', 'service-point', 'other')),
  municipality_code text not null constraint branches_municipality references organisations.municipalities (code),
  street text,
  house_number text,
  postcode text constraint branches_postcode_form check (postcode ~ '^[1-9]\d{3} [A-Z]{2}$'),
  town text,
  latitude float8,
  longitude float8,
  located_by text constraint branches_located_by_known check (located_by in ('address', 'postcode')),
  desk_id uuid constraint branches_desk references desks.desks (id),
  active boolean not null default true,
  created_at timestamptz not null
);
comment on table desks.branches is 'A branch of a library, with a desk or (desk_id null) without one: the first candidates for a new desk.';
create unique index branches_name_once_per_library on desks.branches (library_id, lower(name));
create index branches_desk on desks.branches (desk_id);

alter table desks.branches enable row level security;
create policy branches_read on desks.branches for select to balie_app, balie_worker
  using ((select platform.scope_kind()) not in ('none', 'public'));
create policy branches_write on desks.branches for all to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'nation')
  with check (library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'nation');
grant select, insert, update on desks.branches to balie_app, balie_worker;

-- Where visitors are helped is for everybody.
create policy desks_read_public on desks.desks for select to balie_app using ((select platform.scope_kind()) = 'public');
create policy places_read_public on desks.places for select to balie_app using ((select platform.scope_kind()) = 'public');
