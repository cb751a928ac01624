-- Whether a task is learnt for the sake of the others alone: it is measured, and ranks no trial.
alter table experiment_task add column auxiliary boolean not null default false;
