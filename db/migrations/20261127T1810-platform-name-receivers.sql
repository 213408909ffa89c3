-- For whom a mail waits, for who passes it on by hand where mail is off: an organisation by its name, a visitor by the desk that helps him.

alter table platform.mails
  add column receiver_kind text constraint mails_receiver_kind_known check (receiver_kind in ('organisation', 'visitor')),
  add column receiver_name text,
  add constraint mails_receiver_whole check ((receiver_kind is null) = (receiver_name is null));
comment on column platform.mails.receiver_kind is 'Of a mail to who has no account. receiver_name: the organisation, or the desk of the visitor; never who it is.';
