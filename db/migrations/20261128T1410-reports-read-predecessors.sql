-- A municipality goes on reading the figures of those that merged into it: goals and accounts of those years stay.

create policy figures_predecessors on reports.figures for select to balie_app
  using (level = 'municipality' and key = any ((select organisations.scope_municipalities())::text[]));
