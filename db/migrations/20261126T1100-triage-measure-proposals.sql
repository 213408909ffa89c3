-- Before a proposal is adopted it says how many answers that would change. Which texts it takes is decided by its words, over texts that
-- the nation does not see: so the worker counts, and keeps the number alone.
alter table triage.proposals add column to_recode integer, add column measured_at timestamptz;
comment on column triage.proposals.to_recode is 'How many answers of all time adopting it would recode, when that was counted; null: not counted yet.';
create policy proposals_measure on triage.proposals for update to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant update (to_recode, measured_at) on triage.proposals to balie_worker;
