-- The account of a year: who sees what of it.

-- A library sees whether a municipality signed, and nothing of what it signed: the books are not its own.
drop policy statements_library on funding.statements;
create function funding.signed_parts() returns table (part_id uuid, signed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select part.id, statement.signed_at
    from funding.library_parts as part
    join funding.statements as statement on statement.municipality_code = part.municipality_code and statement.year = part.year
    where part.library_id = any (platform.scope_library_ids()) and statement.state = 'signed'
  $$;
comment on function funding.signed_parts is 'Of which of its parts the library that asks sees that the municipality signed, and when.';
revoke execute on function funding.signed_parts from public;
grant execute on function funding.signed_parts to balie_app;

-- How a number came about is said where it is changed, with a reason; a note beside each material was one more field to fill in.
alter table funding.learning_counts drop column note;

create index library_parts_of_year on funding.library_parts (municipality_code, year);

-- A material that was typed by mistake is taken away; the log tells that it was.
grant delete on funding.learning_counts to balie_app;
