create schema organisations;
grant usage on schema organisations to balie_app, balie_worker;

create table organisations.municipalities (
  code text primary key constraint municipalities_code_is_cbs check (code ~ '^GM\d{4}$'),
  name text not null,
  province_code text not null,
  province text not null,
  inhabitants_2022 integer,
  inhabitants_2023 integer,
  urbanity smallint constraint municipalities_urbanity_1_to_5 check (urbanity between 1 and 5),
  latitude float8,
  longitude float8,
  valid_from date not null,
  valid_until date,
  successor_code text constraint municipalities_successor references organisations.municipalities (code)
);
comment on table organisations.municipalities is 'All municipalities since 2022 by CBS code, from db/reference. urbanity: 1 very urban to 5 rural.';

create table organisations.municipality_neighbours (
  code text not null constraint municipality_neighbours_code references organisations.municipalities (code),
  neighbour_code text not null constraint municipality_neighbours_neighbour references organisations.municipalities (code),
  primary key (code, neighbour_code)
);

-- Municipalities are public reference: everybody may read them.
grant select on organisations.municipalities, organisations.municipality_neighbours to balie_app, balie_worker;

create table organisations.organisations (
  id uuid primary key,
  kind text not null constraint organisations_kind_known
    check (kind in ('nation', 'support-institution', 'library', 'municipality')),
  name text not null constraint organisations_name_not_blank check (btrim(name) <> ''),
  isil_code text constraint organisations_isil_form check (isil_code ~ '^NL-0[1-8]\d{8}$'),
  municipality_code text constraint organisations_municipality references organisations.municipalities (code),
  active boolean not null default true,
  made_up boolean not null default false,
  created_at timestamptz not null,
  constraint organisations_municipality_has_code check ((kind = 'municipality') = (municipality_code is not null))
);
comment on table organisations.organisations is 'Everybody who has people in Balie: the nation (KB), support institutions, libraries, municipalities. made_up: demo data, marked as such on every page.';
create unique index organisations_one_per_municipality on organisations.organisations (municipality_code);
create unique index organisations_isil_once on organisations.organisations (isil_code);
create unique index organisations_name_once on organisations.organisations (kind, lower(name));

create table organisations.library_municipalities (
  library_id uuid not null constraint library_municipalities_library references organisations.organisations (id),
  municipality_code text not null constraint library_municipalities_municipality references organisations.municipalities (code),
  primary key (library_id, municipality_code)
);
comment on table organisations.library_municipalities is 'The working area of a library: one library serves several municipalities, several libraries may serve one.';
create index library_municipalities_by_municipality on organisations.library_municipalities (municipality_code);

create table organisations.support_institution_provinces (
  support_institution_id uuid not null constraint support_institution_provinces_institution references organisations.organisations (id),
  province_code text not null,
  primary key (support_institution_id, province_code)
);

-- Who exists is no secret within Balie (a referrer must find every library), but only for who signed in;
-- only the nation changes it, a library its own row.
alter table organisations.organisations enable row level security;
create policy organisations_read on organisations.organisations for select to balie_app, balie_worker
  using ((select platform.scope_kind()) not in ('none', 'public'));
create policy organisations_add on organisations.organisations for insert to balie_app, balie_worker
  with check ((select platform.scope_kind()) = 'nation');
create policy organisations_change on organisations.organisations for update to balie_app, balie_worker
  using ((select platform.scope_kind()) = 'nation' or id = any ((select platform.scope_library_ids())::uuid[]));
alter table organisations.library_municipalities enable row level security;
create policy library_municipalities_read on organisations.library_municipalities for select to balie_app, balie_worker
  using ((select platform.scope_kind()) not in ('none', 'public'));
create policy library_municipalities_write on organisations.library_municipalities for all to balie_app, balie_worker
  using ((select platform.scope_kind()) = 'nation')
  with check ((select platform.scope_kind()) = 'nation');
alter table organisations.support_institution_provinces enable row level security;
create policy support_institution_provinces_read on organisations.support_institution_provinces for select to balie_app, balie_worker
  using ((select platform.scope_kind()) not in ('none', 'public'));
create policy support_institution_provinces_write on organisations.support_institution_provinces for all to balie_app, balie_worker
  using ((select platform.scope_kind()) = 'nation')
  with check ((select platform.scope_kind()) = 'nation');
-- What an organisation is does not change.
grant select, insert, update (name, isil_code, municipality_code, active) on organisations.organisations to balie_app, balie_worker;
grant select, insert, delete on organisations.library_municipalities, organisations.support_institution_provinces to balie_app, balie_worker;
