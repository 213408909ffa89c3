-- What municipalities agree about the desks: the subsidy decision to a library, and the agreement between municipalities that finance one
-- library (guide, annex II and § 5.2.5). Drafted from building blocks, kept by version, with what must be delivered.

create schema agreements;
grant usage on schema agreements to balie_app, balie_worker;

create table agreements.agreements (
  id uuid primary key,
  municipality_code text not null constraint agreements_municipality references organisations.municipalities (code),
  kind text not null constraint agreements_kind_known check (kind in ('subsidy-decision', 'cooperation')),
  title text not null constraint agreements_title_not_blank check (btrim(title) <> ''),
  library_id uuid constraint agreements_library references organisations.organisations (id),
  status text not null default 'draft' constraint agreements_status_known check (status in ('draft', 'proposed', 'agreed', 'ended')),
  from_day date,
  until_day date,
  notice_months smallint constraint agreements_notice_months check (notice_months between 0 and 60),
  review_on date,
  ended_on date,
  made_by uuid not null constraint agreements_made_by references people.accounts (id),
  created_at timestamptz not null,
  version integer not null default 1,
  constraint agreements_days_in_order check (until_day >= from_day),
  constraint agreements_ended_has_day check ((status = 'ended') = (ended_on is not null))
);
comment on table agreements.agreements is 'A subsidy decision or a co-operation agreement; municipality_code: who drafts and keeps it.';
comment on column agreements.agreements.until_day is 'The last day on which it holds; null: until somebody ends it.';
comment on column agreements.agreements.notice_months is 'So many months before the last day it must be said when one does not go on.';
create index agreements_municipality on agreements.agreements (municipality_code);
create index agreements_library on agreements.agreements (library_id);
create index agreements_made_by on agreements.agreements (made_by);

create table agreements.parties (
  agreement_id uuid not null constraint parties_agreement references agreements.agreements (id),
  municipality_code text not null constraint parties_municipality references organisations.municipalities (code),
  primary key (agreement_id, municipality_code)
);
comment on table agreements.parties is 'The other municipalities that are a party, besides the one that keeps it.';
create index parties_municipality on agreements.parties (municipality_code);

create table agreements.drafts (
  agreement_id uuid primary key constraint drafts_agreement references agreements.agreements (id),
  blocks text[] not null default '{}',
  version integer not null default 1
);
comment on table agreements.drafts is 'Which building blocks are chosen for the text that is being written.';

create table agreements.filled_blocks (
  agreement_id uuid not null constraint filled_blocks_agreement references agreements.agreements (id),
  block text not null,
  filled jsonb not null,
  version integer not null default 1,
  primary key (agreement_id, block)
);
comment on table agreements.filled_blocks is 'What was typed in the blanks of a building block: {"blank": "text"} or rows of a table. Kept when the block is left out.';

create table agreements.versions (
  id uuid primary key,
  agreement_id uuid not null constraint versions_agreement references agreements.agreements (id),
  number smallint not null constraint versions_number_positive check (number > 0),
  content jsonb not null,
  open_blanks smallint not null default 0,
  document bytea not null,
  agreed_on date,
  made_by uuid not null constraint versions_made_by references people.accounts (id),
  made_at timestamptz not null,
  constraint versions_number_once unique (agreement_id, number)
);
comment on table agreements.versions is 'The text as it was made on a day, never changed afterwards. agreed_on: the day on which this version was agreed.';
comment on column agreements.versions.content is 'The text by article, and what stood in the blanks: to read it on a screen, and to compare.';
comment on column agreements.versions.document is 'The same as a document to go on writing in (Office Open XML).';
create index versions_made_by on agreements.versions (made_by);

create table agreements.papers (
  id uuid primary key,
  agreement_id uuid not null constraint papers_agreement references agreements.agreements (id),
  version_id uuid not null constraint papers_version references agreements.versions (id),
  file_name text not null,
  media_type text not null,
  content bytea not null,
  sha256 text not null,
  added_by uuid not null constraint papers_added_by references people.accounts (id),
  added_at timestamptz not null,
  removed_at timestamptz
);
comment on table agreements.papers is 'The signed paper of a version. A paper that is removed is emptied.';
create index papers_agreement on agreements.papers (agreement_id);
create index papers_version on agreements.papers (version_id);
create index papers_added_by on agreements.papers (added_by);

create table agreements.deliverables (
  id uuid primary key,
  agreement_id uuid not null constraint deliverables_agreement references agreements.agreements (id),
  what text not null constraint deliverables_what_not_blank check (btrim(what) <> ''),
  owed_by text not null constraint deliverables_owed_by_known check (owed_by in ('library', 'municipality')),
  first_due date not null,
  repeats text not null constraint deliverables_repeats_known check (repeats in ('once', 'quarterly', 'half-yearly', 'yearly')),
  last_due date,
  goal_id uuid,
  made_by uuid not null constraint deliverables_made_by references people.accounts (id),
  created_at timestamptz not null,
  version integer not null default 1,
  constraint deliverables_days_in_order check (last_due >= first_due)
);
comment on table agreements.deliverables is 'What a party owes, on a day or time and again.';
comment on column agreements.deliverables.last_due is 'Nothing is due after this day; null: as long as the agreement lasts.';
comment on column agreements.deliverables.goal_id is 'The goal of the municipality that it is for.';
create index deliverables_agreement on agreements.deliverables (agreement_id);
create index deliverables_made_by on agreements.deliverables (made_by);

create table agreements.deliveries (
  deliverable_id uuid not null constraint deliveries_deliverable references agreements.deliverables (id),
  due_on date not null,
  done_on date,
  note text not null default '',
  marked_by uuid not null constraint deliveries_marked_by references people.accounts (id),
  version integer not null default 1,
  primary key (deliverable_id, due_on)
);
comment on table agreements.deliveries is 'One time that something was due: done, or a note on why not. A time without a row is not done.';
create index deliveries_marked_by on agreements.deliveries (marked_by);

create table agreements.reminders (
  agreement_id uuid not null constraint reminders_agreement references agreements.agreements (id),
  thing text not null,
  day date not null,
  sent_at timestamptz not null,
  primary key (agreement_id, thing, day)
);
comment on table agreements.reminders is 'What officials had a mail about, once: thing is review, notice, end, or the id of a deliverable.';

create function agreements.keeps(agreement uuid) returns boolean language sql stable security definer set search_path = agreements, pg_temp
  as $$ select exists (select from agreements where id = agreement and municipality_code = any (organisations.scope_municipalities())) $$;
comment on function agreements.keeps is 'Whether somebody works for the municipality that keeps this agreement.';
create function agreements.is_party(agreement uuid) returns boolean language sql stable security definer set search_path = agreements, pg_temp
  as $$ select exists (select from versions where agreement_id = agreement and agreed_on is not null)
    and (exists (select from parties where agreement_id = agreement and municipality_code = any (organisations.scope_municipalities()))
      or exists (select from agreements where id = agreement and library_id = any ((select platform.scope_library_ids())::uuid[]))) $$;
comment on function agreements.is_party is 'Whether somebody works for another party of an agreement that was agreed. Before that it is a draft of who keeps it.';

alter table agreements.agreements enable row level security;
create policy agreements_keep on agreements.agreements for all to balie_app
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
  with check (municipality_code = any ((select organisations.scope_municipalities())::text[]));
create policy agreements_party on agreements.agreements for select to balie_app using (agreements.is_party(id));
create policy agreements_work on agreements.agreements for select to balie_worker using ((select platform.scope_kind()) = 'job');
grant select, insert, update on agreements.agreements to balie_app;
grant select on agreements.agreements to balie_worker;

do $$
declare
  name text;
begin
  foreach name in array array['parties', 'drafts', 'filled_blocks', 'versions', 'papers', 'deliverables'] loop
    execute format('alter table agreements.%I enable row level security', name);
    execute format('create policy %I on agreements.%I for all to balie_app
      using (agreements.keeps(agreement_id)) with check (agreements.keeps(agreement_id))', name || '_keep', name);
    execute format('grant select, insert, update on agreements.%I to balie_app', name);
  end loop;
end
$$;
grant delete on agreements.parties to balie_app;
create policy parties_party on agreements.parties for select to balie_app using (agreements.is_party(agreement_id));
create policy versions_party on agreements.versions for select to balie_app using (agreed_on is not null and agreements.is_party(agreement_id));
create policy papers_party on agreements.papers for select to balie_app
  using (removed_at is null and version_id in (select id from agreements.versions where agreed_on is not null));
create policy deliverables_party on agreements.deliverables for select to balie_app using (agreements.is_party(agreement_id));
create policy deliverables_work on agreements.deliverables for select to balie_worker using ((select platform.scope_kind()) = 'job');
grant select on agreements.deliverables to balie_worker;

alter table agreements.deliveries enable row level security;
create policy deliveries_read on agreements.deliveries for select to balie_app using (deliverable_id in (select id from agreements.deliverables));
create policy deliveries_add on agreements.deliveries for insert to balie_app
  with check (deliverable_id in (select id from agreements.deliverables where agreements.keeps(agreement_id)));
create policy deliveries_change on agreements.deliveries for update to balie_app
  using (deliverable_id in (select id from agreements.deliverables where agreements.keeps(agreement_id)));
create policy deliveries_work on agreements.deliveries for select to balie_worker using ((select platform.scope_kind()) = 'job');
grant select, insert, update on agreements.deliveries to balie_app;
grant select on agreements.deliveries to balie_worker;

alter table agreements.reminders enable row level security;
create policy reminders_work on agreements.reminders for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select, insert on agreements.reminders to balie_worker;
