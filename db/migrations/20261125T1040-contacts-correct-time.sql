-- Who corrects the moment of an imported contact tells its time as well.
grant update (time_known) on contacts.contacts to balie_app, balie_worker;
