-- What a visitor can ask of a desk on its own page. Kept here, so that the page of a desk need not know who makes appointments.
create table desks.online_requests (
  desk_id uuid primary key constraint online_requests_desk references desks.desks (id),
  appointments boolean not null default false,
  call_backs boolean not null default false
);
comment on table desks.online_requests is 'Whether the page of a desk leads to making an appointment, and to being called back. A desk without a row offers neither.';
alter table desks.online_requests enable row level security;
create policy online_requests_read on desks.online_requests for select to balie_app, balie_worker using ((select platform.scope_kind()) <> 'none');
create policy online_requests_write on desks.online_requests for all to balie_app, balie_worker
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[])) with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]));
grant select, insert, update on desks.online_requests to balie_app, balie_worker;
