-- Of an .xlsx one sheet is read: somebody must see which, and that there are others.
alter table contacts.imports
  add column sheet_name text,
  add column sheets_left integer not null default 0;
comment on column contacts.imports.sheet_name is 'The sheet of an .xlsx that was read; null for text.';
comment on column contacts.imports.sheets_left is 'How many other visible sheets of the file were not read.';
grant update (sheet_name, sheets_left) on contacts.imports to balie_app, balie_worker;
