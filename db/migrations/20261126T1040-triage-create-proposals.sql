create schema triage;
grant usage on schema triage to balie_app, balie_worker;

create table triage.proposals (
  id uuid primary key,
  field text not null constraint proposals_field_known check (field in ('topic', 'help')),
  from_codes text[] not null,
  groups jsonb not null,
  whole boolean not null,
  label_nl text not null constraint proposals_label_nl_not_blank check (btrim(label_nl) <> ''),
  label_en text not null,
  topic_group text,
  into_code text,
  examples text[] not null,
  contacts integer not null,
  status text not null constraint proposals_status_known check (status in ('open', 'adopted', 'rejected')),
  reason text,
  code text,
  valid_from date,
  recoding_id uuid constraint proposals_recoding references contacts.recodings (id),
  proposed_by uuid not null constraint proposals_proposer references people.accounts (id),
  proposed_at timestamptz not null,
  decided_by uuid constraint proposals_decider references people.accounts (id),
  decided_at timestamptz,
  constraint proposals_decided check ((status = 'open') = (decided_at is null))
);
comment on table triage.proposals is 'A new answer for what is now typed beside ''other''. groups: the words by which a text belongs to it. whole: everything under from_codes, whatever the text. examples and contacts as the analyst saw them: texts that many have in common.';
alter table triage.proposals enable row level security;
create policy proposals_read on triage.proposals for select to balie_app, balie_worker
  using ((select platform.scope_kind()) in ('nation', 'library', 'desk', 'desks', 'job'));
create policy proposals_write on triage.proposals for insert to balie_app
  with check ((select platform.scope_kind()) = 'nation');
create policy proposals_decide on triage.proposals for update to balie_app
  using ((select platform.scope_kind()) = 'nation') with check ((select platform.scope_kind()) = 'nation');
grant select, insert on triage.proposals to balie_app;
grant update (status, reason, code, valid_from, recoding_id, decided_by, decided_at) on triage.proposals to balie_app;
grant select on triage.proposals to balie_worker;

create table triage.reactions (
  proposal_id uuid not null constraint reactions_proposal references triage.proposals (id),
  desk_id uuid not null constraint reactions_desk references desks.desks (id),
  library_id uuid not null constraint reactions_library references organisations.organisations (id),
  answer text not null constraint reactions_answer_known check (answer in ('helps', 'does-not')),
  reason text constraint reactions_reason_length check (char_length(reason) <= 300),
  reacted_at timestamptz not null,
  primary key (proposal_id, desk_id)
);
comment on table triage.reactions is 'What a desk thinks of a proposal; the last word of a desk counts.';
alter table triage.reactions enable row level security;
create policy reactions_read on triage.reactions for select to balie_app, balie_worker
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[])
    or library_id = any ((select platform.scope_library_ids())::uuid[])
    or (select platform.scope_kind()) = 'nation');
create policy reactions_write on triage.reactions for insert to balie_app
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]) and (select platform.scope_kind()) = 'desk');
create policy reactions_change on triage.reactions for update to balie_app
  using (desk_id = any ((select platform.scope_desk_ids())::uuid[]) and (select platform.scope_kind()) = 'desk')
  with check (desk_id = any ((select platform.scope_desk_ids())::uuid[]));
grant select, insert, update on triage.reactions to balie_app;
grant select on triage.reactions to balie_worker;
