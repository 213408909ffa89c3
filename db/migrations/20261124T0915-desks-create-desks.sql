create schema desks;
grant usage on schema desks to balie_app, balie_worker;

create table desks.desks (
  id uuid primary key,
  library_id uuid not null constraint desks_library references organisations.organisations (id),
  name text not null constraint desks_name_not_blank check (btrim(name) <> ''),
  kind text not null constraint desks_kind_known check (kind in ('library', 'fixed', 'pop-up', 'mobile', 'telephone')),
  municipality_code text not null constraint desks_municipality references organisations.municipalities (code),
  mother_desk_id uuid constraint desks_mother references desks.desks (id),
  street text,
  house_number text,
  postcode text constraint desks_postcode_form check (postcode ~ '^[1-9]\d{3} [A-Z]{2}$'),
  town text,
  latitude float8,
  longitude float8,
  active boolean not null default true,
  created_at timestamptz not null,
  constraint desks_not_own_mother check (mother_desk_id <> id)
);
comment on table desks.desks is 'A help desk (informatiepunt). An external, pop-up or mobile desk has a mother desk; every total counts each desk once.';
create index desks_library on desks.desks (library_id);
create index desks_municipality on desks.desks (municipality_code);
create unique index desks_name_once_per_library on desks.desks (library_id, lower(name));

create table desks.places (
  id uuid primary key,
  desk_id uuid not null constraint places_desk references desks.desks (id),
  name text not null constraint places_name_not_blank check (btrim(name) <> ''),
  municipality_code text not null constraint places_municipality references organisations.municipalities (code),
  active boolean not null default true,
  created_at timestamptz not null
);
comment on table desks.places is 'Where a pop-up or mobile desk can stand: a market, a bus stop, a community centre.';
create unique index places_name_once_per_desk on desks.places (desk_id, lower(name));

alter table desks.desks enable row level security;
create policy desks_read on desks.desks for select to balie_app, balie_worker
  using ((select platform.scope_kind()) not in ('none', 'public'));
create policy desks_write on desks.desks for all to balie_app, balie_worker
  using (library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'nation')
  with check (library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'nation');
alter table desks.places enable row level security;
create policy places_read on desks.places for select to balie_app, balie_worker
  using ((select platform.scope_kind()) not in ('none', 'public'));
create policy places_write on desks.places for all to balie_app, balie_worker
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'nation')
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or (select platform.scope_kind()) = 'nation');
grant select, insert, update on desks.desks, desks.places to balie_app, balie_worker;
