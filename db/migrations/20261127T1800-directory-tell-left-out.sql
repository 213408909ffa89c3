-- What of a row of a table was not taken over, so that somebody can mend it in his own file.

alter table directory.import_rows add column left_out jsonb;
comment on column directory.import_rows.left_out is 'Of a table: the cells that Balie could not read as what their column holds, [{field, text}]. The texts go with the document.';
