-- Call-backs and warm referrals that go on to a municipality's own system, when the visitor agreed to that (standard Klantinteracties).
create table referrals.hand_overs (
  id uuid primary key,
  about_kind text not null constraint hand_overs_about_known check (about_kind in ('referral', 'call-back')),
  about_id uuid not null,
  library_id uuid not null constraint hand_overs_library references organisations.organisations (id),
  desk_id uuid not null constraint hand_overs_desk references desks.desks (id),
  asked_by uuid not null,
  asked_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts smallint not null default 0,
  done_at timestamptz,
  remote_id text,
  given_up_at timestamptz,
  problem text,
  constraint hand_overs_one_end check (num_nonnulls(done_at, given_up_at) <= 1),
  constraint hand_overs_once unique (about_kind, about_id)
);
comment on table referrals.hand_overs is 'What a desk asked to be passed on to the system of a municipality, and how that went. Without a word about who: the worker reads that right before it goes.';
comment on column referrals.hand_overs.remote_id is 'The number that the other system gave it. problem: why it was given up, a code or a status.';
create index hand_overs_waiting on referrals.hand_overs (next_attempt_at) where done_at is null and given_up_at is null;
create index hand_overs_desk on referrals.hand_overs (desk_id);

alter table referrals.hand_overs enable row level security;
create policy hand_overs_own on referrals.hand_overs for all to balie_app, balie_worker
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'job')
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) or library_id = any ((select platform.scope_library_ids())::uuid[]) or (select platform.scope_kind()) = 'job');
grant select, insert, update on referrals.hand_overs to balie_app, balie_worker;
