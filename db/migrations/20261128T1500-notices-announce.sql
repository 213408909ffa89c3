-- What changes in a municipality's services, told ahead to the desks (guide § 4.5), and which desk has seen it.

create schema notices;
grant usage on schema notices to balie_app, balie_worker;

-- A notice of a municipality that merged still reaches the desks of its successor.
create function notices.desk_senders(desk_ids uuid[]) returns text[] language sql stable
  as $$ with recursive reached(code) as (
      (select municipality_code from desks.desks where id = any (desk_ids)
       union select municipality_code from desks.financiers where desk_id = any (desk_ids))
      union
      select ended.code from organisations.municipalities ended join reached on ended.successor_code = reached.code)
    select coalesce(array_agg(code), '{}') from reached $$;
comment on function notices.desk_senders is 'Whose notices reach these desks: the municipalities in which they stand, those that pay for them, and those that merged into these.';

create table notices.notices (
  id uuid primary key,
  municipality_code text not null constraint notices_municipality references organisations.municipalities (code),
  title text not null constraint notices_title_length check (char_length(title) between 1 and 80),
  topics text[] not null constraint notices_has_topic check (cardinality(topics) > 0),
  counts_from date not null,
  shown_until date not null,
  what_changes text not null constraint notices_what_length check (char_length(what_changes) between 1 and 1000),
  tell text not null constraint notices_tell_length check (char_length(tell) between 1 and 300),
  link text not null default '',
  chosen_desks uuid[],
  announced_at timestamptz,
  edition integer not null default 1,
  edition_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  constraint notices_days_in_order check (shown_until >= counts_from),
  constraint notices_chosen_some check (chosen_desks is null or cardinality(chosen_desks) > 0)
);
comment on table notices.notices is 'What changes in a service, from which day, and what to tell people. Sent by a municipality; another sender will stand in a column beside it.';
comment on column notices.notices.topics is 'Codes of national topics: at these it shows in the form of the desk.';
comment on column notices.notices.chosen_desks is 'Null: all desks in the municipality and those that it pays for, also one that opens later.';
comment on column notices.notices.announced_at is 'Null: a draft, which no desk sees.';
comment on column notices.notices.edition is 'What a desk confirms. Higher after a change that it has to see again.';
create index notices_municipality on notices.notices (municipality_code, shown_until);

create table notices.confirmations (
  notice_id uuid not null constraint confirmations_notice references notices.notices (id),
  desk_id uuid not null constraint confirmations_desk references desks.desks (id),
  edition integer not null,
  confirmed_at timestamptz not null,
  primary key (notice_id, desk_id, edition)
);
comment on table notices.confirmations is 'Which desk has seen which edition. Who at the desk said so stands in the audit log of its library alone.';
create index confirmations_desk on notices.confirmations (desk_id);

alter table notices.notices enable row level security;
create policy notices_municipality on notices.notices for all to balie_app
  using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
  with check (municipality_code = any ((select organisations.scope_municipalities())::text[]));
create policy notices_desk on notices.notices for select to balie_app
  using (announced_at is not null and municipality_code = any ((select notices.desk_senders(platform.scope_desk_ids()))::text[])
    and (chosen_desks is null or chosen_desks && (select platform.scope_desk_ids())::uuid[]));
create policy notices_work on notices.notices for select to balie_worker using ((select platform.scope_kind()) = 'job');
grant select, insert, update on notices.notices to balie_app;
grant select on notices.notices to balie_worker;

alter table notices.confirmations enable row level security;
create policy confirmations_desk on notices.confirmations for select to balie_app using (desk_id = any ((select platform.scope_desk_ids())::uuid[]));
create policy confirmations_confirm on notices.confirmations for insert to balie_app
  with check ((select platform.scope_kind()) = 'desk' and desk_id = any ((select platform.scope_desk_ids())::uuid[])
    and notice_id in (select id from notices.notices));
create policy confirmations_municipality on notices.confirmations for select to balie_app
  using ((select platform.scope_kind()) = 'municipality' and notice_id in (select id from notices.notices));
create policy confirmations_work on notices.confirmations for select to balie_worker using ((select platform.scope_kind()) = 'job');
grant select, insert on notices.confirmations to balie_app;
grant select on notices.confirmations to balie_worker;
