-- Who comes by a link of one purpose, who works for a partner, and mail to who has no account.

create function platform.scope_partner_ids() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('balie.partner_ids', true), ''), '{}')::uuid[] $$;
create function platform.scope_link_purpose() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('balie.link_purpose', true), '') $$;
create function platform.scope_link_subject() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('balie.link_subject', true), '')::uuid $$;

create table platform.links (
  id uuid primary key,
  token_hash bytea not null constraint links_token_once unique,
  purpose text not null constraint links_purpose_is_dotted check (purpose ~ '^[a-z-]+\.[a-z-]+$'),
  subject_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table platform.links is 'An address for one purpose and one thing, for who has no account. Only the SHA-256 of its token is kept; the token follows from the id and a key that is not in the database. used_at: the first time something was done with it.';
create index links_subject on platform.links (purpose, subject_id);
create index links_expires_at on platform.links (expires_at);
alter table platform.links enable row level security;
create policy links_all on platform.links for all to balie_app, balie_worker
  using ((select platform.scope_kind()) <> 'none') with check ((select platform.scope_kind()) <> 'none');
grant select, insert, update, delete on platform.links to balie_app, balie_worker;

-- Wrong links and codes count as wrong passwords do, by network address alone.
grant select, insert, delete on platform.sign_in_failures to balie_app, balie_worker;

alter table platform.mails
  alter column account_id drop not null,
  add column language text not null default 'nl',
  add column body_html text,
  add column calendar text,
  add column refused_at timestamptz,
  add column refusal text,
  drop constraint mails_content,
  drop constraint mails_one_end,
  add constraint mails_one_end check (num_nonnulls(sent_at, withdrawn_at, refused_at) <= 1),
  add constraint mails_content check (
    case when num_nonnulls(sent_at, withdrawn_at, refused_at) = 0
      then subject is not null and body is not null
      else subject is null and body is null and body_html is null and calendar is null and attachment is null end);
comment on table platform.mails is 'Mail that waits, to one person. purpose and subject_id: what it is about, by which the worker asks once more whether it may go, and where to (reports.scheduled: a schedule). Addresses of links are filled in when it goes. What was in it goes when it was sent, withdrawn or refused.';
comment on column platform.mails.account_id is 'Of the staff; null for a partner or a visitor, whose address is read right before it goes.';
comment on column platform.mails.refused_at is 'The mail server of the receiver does not take it, now or later: the address is wrong. refusal: its code.';
drop index platform.mails_waiting;
create index mails_waiting on platform.mails (next_attempt_at) where sent_at is null and withdrawn_at is null and refused_at is null;
create policy mails_queue on platform.mails for insert to balie_app with check ((select platform.scope_kind()) <> 'none');
create policy mails_read on platform.mails for select to balie_app using ((select platform.scope_kind()) = 'nation');
grant select, insert on platform.mails to balie_app;
