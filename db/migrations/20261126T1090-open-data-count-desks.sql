-- Who takes a figure along must know what it is of: not every desk works with Balie, so how many did is told with each release.
alter table open_data.releases add column desks integer, add column libraries integer;
update open_data.releases as release set (desks, libraries) = (
  select count(distinct key) filter (where level = 'desk'), count(distinct key) filter (where level = 'library')
  from reports.figures
  where grain = 'month' and level in ('desk', 'library') and (cells ->> 'contacts')::integer > 0
    and to_char(starts_on, case when release.period like '%Q%' then 'YYYY-"Q"Q' else 'YYYY' end) = release.period);
alter table open_data.releases alter column desks set not null, alter column libraries set not null;
comment on column open_data.releases.desks is 'Of how many desks at least one contact was counted in the period.';
comment on column open_data.releases.libraries is 'Of how many libraries at least one contact was counted in the period.';
