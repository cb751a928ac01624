-- What sealed test rows said of a model, in full: curves, confusion, intervals. Measured once, when it was promoted.
create table model_evaluation (
    model_id    uuid        primary key references model (id) on delete cascade,
    body        jsonb       not null,
    computed_at timestamptz not null default now()
);

-- Intervals of the test metrics by task and name, and from which probability on the model says yes by task and by class or
-- label; older models know neither.
alter table model add column intervals jsonb;
alter table model add column thresholds jsonb;
