-- The money for the desks (guide § 4.1, § 5.1): from which scheme it comes, what it may be spent on, what was planned, promised and spent.
-- Every amount is in whole cents.

create schema funding;
grant usage on schema funding to balie_app, balie_worker;

create table funding.schemes (
  id uuid primary key,
  name text not null constraint schemes_name_not_blank check (btrim(name) <> ''),
  kind text not null constraint schemes_kind_known check (kind in ('specific-grant', 'general-fund', 'own-money')),
  provider text not null default '',
  legal_basis text not null default '',
  first_year smallint not null,
  last_year smallint,
  cents_per_inhabitant integer constraint schemes_inhabitant_positive check (cents_per_inhabitant >= 0),
  inhabitants_on date,
  cents_per_less_educated integer constraint schemes_less_educated_positive check (cents_per_less_educated >= 0),
  advance_percent smallint constraint schemes_advance_percent check (advance_percent between 0 and 100),
  carry_over_percent smallint constraint schemes_carry_over_percent check (carry_over_percent between 0 and 100),
  accounts_to_nation boolean not null,
  code text,
  deadline text constraint schemes_deadline_form check (deadline ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'),
  audit_kinds text[] not null default '{"","","","",""}' constraint schemes_five_audit_kinds check (cardinality(audit_kinds) = 5),
  source text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  constraint schemes_years_in_order check (last_year >= first_year),
  constraint schemes_one_per_year exclude using gist (int4range(first_year, last_year, '[]') with &&)
);
comment on table funding.schemes is 'Under which rules municipalities get money for the desks, by year. One scheme at a time.';
comment on column funding.schemes.accounts_to_nation is 'Whether the five indicators are asked (article 6 of the scheme of 2023).';
comment on column funding.schemes.code is 'The code of the grant in the annex; null: not set, Balie does not know it.';
comment on column funding.schemes.deadline is 'Month and day in the year after, as 07-15; null: not set.';
comment on column funding.schemes.audit_kinds is 'The kind of audit of each of the five indicators, in their order; empty: not set.';
comment on column funding.schemes.carry_over_percent is 'How much of the grant of the year may be kept for the next; null: everything.';

insert into funding.schemes (id, name, kind, provider, legal_basis, first_year, last_year, cents_per_inhabitant, inhabitants_on, cents_per_less_educated,
    advance_percent, carry_over_percent, accounts_to_nation, source, created_at)
  values ('019aa000-0000-7000-8000-000000002023', 'Specifieke uitkering Informatiepunten Digitale Overheid', 'specific-grant',
    'Ministerie van Binnenlandse Zaken en Koninkrijksrelaties', 'Regeling specifieke uitkering Informatiepunten Digitale Overheid, Stcrt. 2022, 33992',
    2023, 2025, 83, '2022-01-01', 70, 100, 25, true, 'Stcrt. 2022, 33992, art. 3 tot en met 6; handreiking § 5.1', now());

create table funding.amounts (
  scheme_id uuid not null constraint amounts_scheme references funding.schemes (id),
  municipality_code text not null constraint amounts_municipality references organisations.municipalities (code),
  from_year smallint not null,
  inhabitants integer constraint amounts_inhabitants_positive check (inhabitants >= 0),
  less_educated integer constraint amounts_less_educated_positive check (less_educated >= 0),
  amount_cents bigint constraint amounts_amount_positive check (amount_cents >= 0),
  source text not null constraint amounts_source_known check (source in ('annex', 'typed', 'imported')),
  source_note text not null default '',
  entered_at timestamptz not null,
  version integer not null default 1,
  primary key (scheme_id, municipality_code, from_year)
);
comment on table funding.amounts is 'What a municipality gets, or the numbers to reckon it from; counts from a year until a later row of the same scheme.';
comment on column funding.amounts.amount_cents is 'As awarded (the annex, or a decision). Null: reckoned from the numbers.';
create index amounts_municipality on funding.amounts (municipality_code);

create table funding.years (
  municipality_code text not null constraint years_municipality references organisations.municipalities (code),
  year smallint not null,
  carried_in_cents bigint constraint years_carried_in_positive check (carried_in_cents >= 0),
  reserve_cents bigint constraint years_reserve_positive check (reserve_cents >= 0),
  version integer not null default 1,
  primary key (municipality_code, year)
);
comment on table funding.years is 'What a municipality decided about the money of one year.';
comment on column funding.years.carried_in_cents is 'Kept from the year before, for the first year in Balie. Null: what the year before carried over.';
comment on column funding.years.reserve_cents is 'What the municipality wants to keep for the next year; null: as much as it may.';

create table funding.sharing_keys (
  id uuid primary key,
  library_id uuid not null constraint sharing_keys_library references organisations.organisations (id),
  made_by text not null constraint sharing_keys_made_by references organisations.municipalities (code),
  name text not null constraint sharing_keys_name_not_blank check (btrim(name) <> ''),
  kind text not null constraint sharing_keys_kind_known check (kind in ('inhabitants', 'desks', 'questions', 'fixed')),
  from_year smallint not null,
  until_year smallint,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint sharing_keys_years_in_order check (until_year >= from_year)
);
comment on table funding.sharing_keys is 'How municipalities that finance one library share costs (guide § 5.2.2).';
create index sharing_keys_library on funding.sharing_keys (library_id);
create index sharing_keys_made_by on funding.sharing_keys (made_by);

create table funding.sharing_parts (
  key_id uuid not null constraint sharing_parts_key references funding.sharing_keys (id),
  municipality_code text not null constraint sharing_parts_municipality references organisations.municipalities (code),
  basis bigint constraint sharing_parts_basis_positive check (basis >= 0),
  primary key (key_id, municipality_code)
);
comment on column funding.sharing_parts.basis is 'fixed: hundredths of a percent (10000 together). Others: the number that counted when somebody last looked; null: not looked yet.';
create index sharing_parts_municipality on funding.sharing_parts (municipality_code);

create table funding.shared_costs (
  id uuid primary key,
  key_id uuid not null constraint shared_costs_key references funding.sharing_keys (id),
  year smallint not null,
  day date not null,
  purpose text not null constraint shared_costs_purpose_known check (purpose in ('library', 'promotion', 'network')),
  kind text not null constraint shared_costs_kind_known check (kind in ('budget', 'commitment', 'spending')),
  description text not null constraint shared_costs_description_not_blank check (btrim(description) <> ''),
  amount_cents bigint not null constraint shared_costs_amount_positive check (amount_cents > 0),
  parts jsonb not null,
  made_by text not null constraint shared_costs_made_by references organisations.municipalities (code),
  withdrawn_at timestamptz,
  created_at timestamptz not null
);
comment on table funding.shared_costs is 'One amount for several municipalities. Each takes its part into its own books, once.';
comment on column funding.shared_costs.parts is 'Cents by municipality, as shared on the day it was made: {"GM0307": 12345}.';
create index shared_costs_key on funding.shared_costs (key_id, year);
create index shared_costs_made_by on funding.shared_costs (made_by);

create table funding.bookings (
  id uuid primary key,
  municipality_code text not null constraint bookings_municipality references organisations.municipalities (code),
  year smallint not null,
  day date not null,
  kind text not null constraint bookings_kind_known check (kind in ('budget', 'commitment', 'spending')),
  purpose text not null constraint bookings_purpose_known check (purpose in ('library', 'promotion', 'network')),
  library_id uuid constraint bookings_library references organisations.organisations (id),
  commitment_id uuid constraint bookings_commitment references funding.bookings (id),
  shared_cost_id uuid constraint bookings_shared_cost references funding.shared_costs (id),
  description text not null constraint bookings_description_not_blank check (btrim(description) <> ''),
  amount_cents bigint not null constraint bookings_amount_not_nothing check (amount_cents <> 0),
  after_signing boolean not null default false,
  reason text not null default '',
  struck_out_at timestamptz,
  struck_out_reason text not null default '',
  made_by uuid not null constraint bookings_made_by references people.accounts (id),
  version integer not null default 1,
  created_at timestamptz not null,
  constraint bookings_shared_once unique (municipality_code, shared_cost_id),
  constraint bookings_spending_of_commitment check (commitment_id is null or kind = 'spending'),
  constraint bookings_not_on_itself check (commitment_id <> id),
  constraint bookings_money_back check (amount_cents > 0 or kind = 'spending' or after_signing),
  constraint bookings_correction_has_reason check (not after_signing or btrim(reason) <> '')
);
comment on table funding.bookings is 'Planned, promised and spent, by purpose a, b, c of article 5 of the scheme. Nothing is removed: it is struck out, with a reason.';
comment on column funding.bookings.amount_cents is 'Whole cents; below nothing: money that came back, or a correction after signing.';
comment on column funding.bookings.after_signing is 'Made after the municipality signed the year: a correction beside it; the signed figures stay.';
create index bookings_of_year on funding.bookings (municipality_code, year);
create index bookings_library on funding.bookings (library_id);
create index bookings_commitment on funding.bookings (commitment_id);
create index bookings_shared_cost on funding.bookings (shared_cost_id);
create index bookings_made_by on funding.bookings (made_by);

create table funding.documents (
  id uuid primary key,
  municipality_code text not null constraint documents_municipality references organisations.municipalities (code),
  booking_id uuid constraint documents_booking references funding.bookings (id),
  year smallint not null,
  file_name text not null,
  media_type text not null,
  content bytea not null,
  sha256 text not null,
  removed_at timestamptz,
  added_by uuid not null constraint documents_added_by references people.accounts (id),
  added_at timestamptz not null
);
comment on table funding.documents is 'Papers with a booking or a year: an invoice, a decision.';
create index documents_booking on funding.documents (booking_id);
create index documents_of_year on funding.documents (municipality_code, year);
create index documents_added_by on funding.documents (added_by);

-- Accountability (article 6 of the scheme): who confirmed what, and what was signed.

create table funding.statements (
  municipality_code text not null constraint statements_municipality references organisations.municipalities (code),
  year smallint not null,
  state text not null constraint statements_state_known check (state in ('open', 'signed')),
  figures jsonb,
  signed_at timestamptz,
  signed_by uuid constraint statements_signed_by references people.accounts (id),
  signed_as text not null default '',
  version integer not null default 1,
  primary key (municipality_code, year),
  constraint statements_signed_whole check ((state = 'signed') = (signed_at is not null and figures is not null))
);
comment on table funding.statements is 'The account of a year. figures: the five indicators and the balance as they were signed.';
comment on column funding.statements.signed_as is 'The function in which somebody signed, as he wrote it.';
create index statements_signed_by on funding.statements (signed_by);

create table funding.library_parts (
  id uuid primary key,
  municipality_code text not null constraint library_parts_municipality references organisations.municipalities (code),
  year smallint not null,
  library_id uuid not null constraint library_parts_library references organisations.organisations (id),
  state text not null constraint library_parts_state_known check (state in ('asked', 'confirmed', 'disputed')),
  desks integer,
  questions integer,
  materials integer,
  remark text not null default '',
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid constraint library_parts_answered_by references people.accounts (id),
  version integer not null default 1,
  constraint library_parts_once unique (municipality_code, year, library_id)
);
comment on table funding.library_parts is 'What a library says of its part of the indicators of a municipality: that it is right, or what is not.';
create index library_parts_library on funding.library_parts (library_id, year);
create index library_parts_answered_by on funding.library_parts (answered_by);

create table funding.learning_counts (
  id uuid primary key,
  library_id uuid not null constraint learning_counts_library references organisations.organisations (id),
  municipality_code text not null constraint learning_counts_municipality references organisations.municipalities (code),
  year smallint not null,
  material text not null constraint learning_counts_material_not_blank check (btrim(material) <> ''),
  used integer not null constraint learning_counts_used_positive check (used >= 0),
  note text not null default '',
  counted_by uuid not null constraint learning_counts_counted_by references people.accounts (id),
  version integer not null default 1,
  created_at timestamptz not null,
  constraint learning_counts_once unique (library_id, municipality_code, year, material)
);
comment on table funding.learning_counts is 'How many learning materials were used (not how many people learned), counted by hand: a library tells, or the municipality.';
create index learning_counts_municipality on funding.learning_counts (municipality_code, year);
create index learning_counts_counted_by on funding.learning_counts (counted_by);

create table funding.indicator_corrections (
  id uuid primary key,
  municipality_code text not null constraint indicator_corrections_municipality references organisations.municipalities (code),
  year smallint not null,
  indicator smallint not null constraint indicator_corrections_of_a_count check (indicator between 3 and 5),
  value integer not null constraint indicator_corrections_positive check (value >= 0),
  counted integer not null,
  reason text not null constraint indicator_corrections_reason_not_blank check (btrim(reason) <> ''),
  after_signing boolean not null default false,
  made_by uuid not null constraint indicator_corrections_made_by references people.accounts (id),
  made_at timestamptz not null,
  withdrawn_at timestamptz
);
comment on table funding.indicator_corrections is 'Another number than what was counted, with the reason. The last that was not withdrawn holds.';
create index indicator_corrections_of_year on funding.indicator_corrections (municipality_code, year);
create index indicator_corrections_made_by on funding.indicator_corrections (made_by);

alter table funding.schemes enable row level security;
create policy schemes_read on funding.schemes for select to balie_app, balie_worker using ((select platform.scope_kind()) not in ('none', 'public'));
create policy schemes_write on funding.schemes for all to balie_app
  using ((select platform.scope_kind()) = 'nation') with check ((select platform.scope_kind()) = 'nation');
grant select, insert, update on funding.schemes to balie_app;
grant select on funding.schemes to balie_worker;

-- The municipality keeps its own, with those that merged into it.
do $$
declare
  name text;
begin
  foreach name in array array['amounts', 'years', 'bookings', 'documents', 'statements', 'library_parts', 'learning_counts', 'indicator_corrections'] loop
    execute format('alter table funding.%I enable row level security', name);
    execute format('create policy %I on funding.%I for all to balie_app
      using (municipality_code = any ((select organisations.scope_municipalities())::text[]))
      with check (municipality_code = any ((select organisations.scope_municipalities())::text[]))', name || '_municipality', name);
    execute format('create policy %I on funding.%I for select to balie_worker using ((select platform.scope_kind()) = ''job'')', name || '_work', name);
    execute format('grant select, insert, update on funding.%I to balie_app', name);
    execute format('grant select on funding.%I to balie_worker', name);
  end loop;
end
$$;
-- The nation loads the annex; a library answers for its own part.
create policy amounts_nation on funding.amounts for all to balie_app
  using ((select platform.scope_kind()) = 'nation') with check ((select platform.scope_kind()) = 'nation');
create policy library_parts_library on funding.library_parts for select to balie_app using (library_id = any ((select platform.scope_library_ids())::uuid[]));
create policy library_parts_answer on funding.library_parts for update to balie_app using (library_id = any ((select platform.scope_library_ids())::uuid[]));
-- A library counts for a municipality that asked it, in the year that it asked about.
create policy learning_counts_library on funding.learning_counts for all to balie_app
  using (library_id = any ((select platform.scope_library_ids())::uuid[])
    and (municipality_code, year, library_id) in (select part.municipality_code, part.year, part.library_id from funding.library_parts part))
  with check (library_id = any ((select platform.scope_library_ids())::uuid[])
    and (municipality_code, year, library_id) in (select part.municipality_code, part.year, part.library_id from funding.library_parts part));
-- Whose part and whose count it is never changes.
revoke update on funding.library_parts, funding.learning_counts from balie_app;
grant update (state, desks, questions, materials, remark, asked_at, answered_at, answered_by, version) on funding.library_parts to balie_app;
grant update (material, used, counted_by, version) on funding.learning_counts to balie_app;
create policy statements_library on funding.statements for select to balie_app
  using (exists (select from funding.library_parts part where part.municipality_code = statements.municipality_code and part.year = statements.year
    and part.library_id = any ((select platform.scope_library_ids())::uuid[])));

-- Who shares a key sees it, and what is shared by it; who made it changes it.
create function funding.shares_key(key uuid) returns boolean language sql stable security definer set search_path = funding, pg_temp
  as $$ select exists (select from funding.sharing_parts where key_id = key and municipality_code = any (organisations.scope_municipalities())) $$;
alter table funding.sharing_keys enable row level security;
create policy sharing_keys_read on funding.sharing_keys for select to balie_app
  using (made_by = any ((select organisations.scope_municipalities())::text[]) or funding.shares_key(id) or library_id = any ((select platform.scope_library_ids())::uuid[]));
create policy sharing_keys_add on funding.sharing_keys for insert to balie_app with check (made_by = any ((select organisations.scope_municipalities())::text[]));
create policy sharing_keys_change on funding.sharing_keys for update to balie_app using (made_by = any ((select organisations.scope_municipalities())::text[]));
grant select, insert, update on funding.sharing_keys to balie_app;
alter table funding.sharing_parts enable row level security;
create policy sharing_parts_read on funding.sharing_parts for select to balie_app using (key_id in (select id from funding.sharing_keys));
create policy sharing_parts_write on funding.sharing_parts for all to balie_app
  using (key_id in (select id from funding.sharing_keys where made_by = any ((select organisations.scope_municipalities())::text[])))
  with check (key_id in (select id from funding.sharing_keys where made_by = any ((select organisations.scope_municipalities())::text[])));
grant select, insert, update, delete on funding.sharing_parts to balie_app;
alter table funding.shared_costs enable row level security;
create policy shared_costs_read on funding.shared_costs for select to balie_app using (key_id in (select id from funding.sharing_keys));
create policy shared_costs_add on funding.shared_costs for insert to balie_app with check (made_by = any ((select organisations.scope_municipalities())::text[]));
create policy shared_costs_change on funding.shared_costs for update to balie_app using (made_by = any ((select organisations.scope_municipalities())::text[]));
grant select, insert, update on funding.shared_costs to balie_app;
