-- What must be delivered may be for a goal.

alter table agreements.deliverables add constraint deliverables_goal foreign key (goal_id) references goals.goals (id);
create index deliverables_goal on agreements.deliverables (goal_id);
