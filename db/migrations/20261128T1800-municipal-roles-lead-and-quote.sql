-- What visitors said, as far as the desk shares it; and how far a municipality is with the six tips of the guide (§ 5.2).

create table municipal_roles.quotes (
  id uuid primary key,
  library_id uuid not null constraint quotes_library references organisations.organisations (id),
  desk_id uuid not null constraint quotes_desk references desks.desks (id),
  municipality_code text not null constraint quotes_municipality references organisations.municipalities (code),
  text text not null constraint quotes_text_length check (btrim(text) <> '' and length(text) <= 300),
  heard_on date not null,
  shared_at timestamptz,
  made_by uuid not null constraint quotes_made_by references people.accounts (id),
  version integer not null default 1,
  created_at timestamptz not null
);
comment on table municipal_roles.quotes is 'What a visitor said, without anything that tells who it was. A municipality sees it while the desk shares it.';
create index quotes_desk on municipal_roles.quotes (desk_id, heard_on desc);
create index quotes_municipality on municipal_roles.quotes (municipality_code, heard_on desc);
create index quotes_library on municipal_roles.quotes (library_id);
create index quotes_made_by on municipal_roles.quotes (made_by);
alter table municipal_roles.quotes enable row level security;
create policy quotes_desk on municipal_roles.quotes for all to balie_app
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[])) with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]));
create policy quotes_municipality on municipal_roles.quotes for select to balie_app
  using (shared_at is not null and municipality_code = any ((select organisations.scope_municipalities())::text[]));
grant select, insert, update, delete on municipal_roles.quotes to balie_app;

create table municipal_roles.first_steps (
  municipality_code text not null constraint first_steps_municipality references organisations.municipalities (code),
  tip smallint not null constraint first_steps_tip_of_guide check (tip between 1 and 6),
  state text not null constraint first_steps_state_known check (state in ('open', 'done', 'not-needed')),
  note text not null default '',
  version integer not null default 1,
  marked_at timestamptz not null,
  primary key (municipality_code, tip)
);
comment on table municipal_roles.first_steps is 'What a municipality says itself of a tip of the guide (§ 5.2); what the data show is not kept here.';
alter table municipal_roles.first_steps enable row level security;
create policy first_steps_municipality on municipal_roles.first_steps for all to balie_app
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
  with check (municipality_code = any ((select organisations.scope_municipalities())::text[]));
grant select, insert, update on municipal_roles.first_steps to balie_app;
