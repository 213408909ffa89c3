-- Scopes wider than a library: the municipalities and provinces that somebody may see figures of.

create function platform.scope_province_codes() returns text[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('balie.province_codes', true), ''), '{}')::text[] $$;

-- The levels at which is counted, and who sees them. The nation sees no library and no desk.
create function platform.scope_covers(level text, key text) returns boolean language sql stable parallel safe
  as $$
    select case
      when platform.scope_kind() = 'job' then true
      when level = 'desk' then key = any (platform.scope_desk_ids()::text[])
      when level = 'library' then key = any (platform.scope_library_ids()::text[])
      when level = 'municipality' then platform.scope_kind() = 'nation' or key = any (platform.scope_municipality_codes())
      when level = 'province' then platform.scope_kind() = 'nation' or key = any (platform.scope_province_codes())
      when level = 'nation' then platform.scope_kind() = 'nation'
      else false
    end
  $$;
