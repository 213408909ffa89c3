-- Who keeps the schemes sees whether a year of one was signed, and nothing of what was signed.

create function funding.is_signed_under(scheme uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select exists (
      select from funding.statements as statement join funding.schemes as one on one.id = scheme
      where statement.state = 'signed' and statement.year between one.first_year and coalesce(one.last_year, statement.year)) $$;
comment on function funding.is_signed_under is 'Whether any municipality signed a year of this scheme: then its rules stay as they are.';
revoke execute on function funding.is_signed_under from public;
grant execute on function funding.is_signed_under to balie_app;
