-- Who keeps the schemes sees which year of one was signed last, and nothing of what was signed.

create function funding.last_signed_year(scheme uuid) returns smallint language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select max(statement.year) from funding.statements as statement join funding.schemes as one on one.id = scheme
    where statement.state = 'signed' and statement.year between one.first_year and coalesce(one.last_year, statement.year)
  $$;
comment on function funding.last_signed_year is 'The last year of this scheme that any municipality signed; null: none. Then its rules stay as they are, and it ends no earlier.';
revoke execute on function funding.last_signed_year from public;
grant execute on function funding.last_signed_year to balie_app;
