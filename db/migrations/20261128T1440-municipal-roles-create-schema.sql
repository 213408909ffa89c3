-- The other roles of a municipality (guide, chapter 4).

create schema municipal_roles;
grant usage on schema municipal_roles to balie_app, balie_worker;
