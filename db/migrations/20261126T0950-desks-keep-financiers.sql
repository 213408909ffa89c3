-- Which municipalities pay for a desk, besides or instead of the one in which it stands (guide § 4.1: neighbours pay for one library).
create table desks.financiers (
  desk_id uuid not null constraint financiers_desk references desks.desks (id),
  municipality_code text not null constraint financiers_municipality references organisations.municipalities (code),
  primary key (desk_id, municipality_code)
);
comment on table desks.financiers is 'Municipalities that pay for a desk. None: nobody has said so.';
create index financiers_municipality on desks.financiers (municipality_code);
alter table desks.financiers enable row level security;
create policy financiers_read on desks.financiers for select to balie_app, balie_worker
  using ((select platform.scope_kind()) <> 'none');
create policy financiers_write on desks.financiers for all to balie_app, balie_worker
  using (exists (select from desks.desks as desk where desk.id = desk_id and desk.library_id = any ((select platform.scope_library_ids())::uuid[]))
    or (select platform.scope_kind()) = 'nation')
  with check (exists (select from desks.desks as desk where desk.id = desk_id and desk.library_id = any ((select platform.scope_library_ids())::uuid[]))
    or (select platform.scope_kind()) = 'nation');
grant select, insert, delete on desks.financiers to balie_app, balie_worker;

-- The desks that a municipality pays for, wherever they stand, are one more area of which there are figures.
create or replace function platform.scope_covers(level text, key text) returns boolean language sql stable parallel safe
  as $$
    select case
      when platform.scope_kind() = 'job' then true
      when level = 'desk' then key = any (platform.scope_desk_ids()::text[])
      when level = 'library' then key = any (platform.scope_library_ids()::text[])
      when level in ('municipality', 'financed') then platform.scope_kind() = 'nation' or key = any (platform.scope_municipality_codes())
      when level = 'province' then platform.scope_kind() = 'nation' or key = any (platform.scope_province_codes())
      when level = 'nation' then platform.scope_kind() = 'nation'
      else false
    end
  $$;
