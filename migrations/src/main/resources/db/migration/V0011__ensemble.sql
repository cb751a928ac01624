-- A model may be an ensemble: the weighted mean of what several trials say, task by task. Then trial_id names its best
-- member, which may have a model of its own as well.
alter table model drop constraint model_trial_id_key;
alter table model add column ensemble boolean not null default false;
-- Metrics of the ensemble on the validation rows, by task and name; a single trial has its own.
alter table model add column validation jsonb not null default '{}';
create unique index model_of_trial on model (trial_id) where not ensemble;
create index ensemble_of_experiment on model (experiment_id, id desc) where ensemble;

create table model_member (
    model_id uuid             not null references model (id) on delete cascade,
    trial_id uuid             not null references trial (id),
    task     text             not null,
    weight   double precision not null check (weight > 0 and weight <= 1),
    primary key (model_id, task, trial_id)
);
create index model_member_of_trial on model_member (trial_id);
