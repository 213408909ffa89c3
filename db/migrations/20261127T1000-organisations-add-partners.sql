-- Partners with people in Balie: those who are referred to, and those who refer (guide § 2.3).
alter table organisations.organisations
  drop constraint organisations_kind_known,
  add constraint organisations_kind_known check (kind in ('nation', 'support-institution', 'library', 'municipality', 'partner'));
comment on table organisations.organisations is 'Everybody who has people in Balie: the nation (KB), support institutions, libraries, municipalities, partners. made_up: demo data, marked as such on every page.';
