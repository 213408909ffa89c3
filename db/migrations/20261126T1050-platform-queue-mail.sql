-- Mail that waits to be sent. A command puts it here in its own transaction; the worker sends it, at least once.
create table platform.mails (
  id uuid primary key,
  account_id uuid not null,
  purpose text not null,
  subject_id uuid not null,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts smallint not null default 0,
  subject text,
  body text,
  attachment_name text,
  attachment bytea,
  sent_at timestamptz,
  withdrawn_at timestamptz,
  constraint mails_one_end check (sent_at is null or withdrawn_at is null),
  constraint mails_content check (
    case when sent_at is null and withdrawn_at is null
      then subject is not null and body is not null
      else subject is null and body is null and attachment is null end),
  constraint mails_attachment_named check ((attachment is null) = (attachment_name is null))
);
comment on table platform.mails is 'Mail to one person of the staff. purpose and subject_id: what it is about, by which the worker asks once more whether it may go (reports.scheduled: a schedule). Where it goes to is read right before it does. What was in it goes when it was sent or withdrawn.';
create index mails_waiting on platform.mails (next_attempt_at) where sent_at is null and withdrawn_at is null;

alter table platform.mails enable row level security;
create policy mails_work on platform.mails for all to balie_worker
  using ((select platform.scope_kind()) = 'job') with check ((select platform.scope_kind()) = 'job');
grant select, insert, update, delete on platform.mails to balie_worker;
