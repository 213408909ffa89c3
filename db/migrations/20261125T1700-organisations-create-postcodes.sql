-- Where somebody is, by postcode or by the name of a place: public reference, from db/reference.
create table organisations.postcode_areas (
  code text primary key constraint postcode_areas_code_form check (code ~ '^[1-9]\d{3}$'),
  town text not null,
  municipality_code text not null constraint postcode_areas_municipality references organisations.municipalities (code),
  latitude float8 not null,
  longitude float8 not null,
  inhabitants integer not null
);
comment on table organisations.postcode_areas is 'The four digits of a postcode: a point in the middle of where people live, and how many (CBS 2020).';
create index postcode_areas_municipality on organisations.postcode_areas (municipality_code);

create table organisations.towns (
  name text not null,
  municipality_code text not null constraint towns_municipality references organisations.municipalities (code),
  latitude float8 not null,
  longitude float8 not null,
  inhabitants integer not null,
  spellings text[] not null,
  primary key (name, municipality_code)
);
comment on table organisations.towns is 'Towns and villages by name, with other ways to write it.';

grant select on organisations.postcode_areas, organisations.towns to balie_app, balie_worker;

-- A visitor of the finder sees whose desk it is.
create policy organisations_read_public on organisations.organisations for select to balie_app
  using ((select platform.scope_kind()) = 'public' and kind = 'library');

create table organisations.municipality_outlines (
  municipality_code text primary key constraint municipality_outlines_municipality references organisations.municipalities (code),
  outline jsonb not null,
  west float8 not null,
  south float8 not null,
  east float8 not null,
  north float8 not null
);
comment on table organisations.municipality_outlines is 'The border of a municipality, generalised for small maps: a GeoJSON geometry (WGS 84) and the box around it.';
grant select on organisations.municipality_outlines to balie_app, balie_worker;
