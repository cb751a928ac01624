-- A metric point is identified by (trial, task, split, name, step). The attempt that wrote it is kept beside: when a
-- trial is taken up again, the points beyond its checkpoint are removed in the transaction that counts the attempt up,
-- and writes of the old attempt are refused. So a curve can neither double nor lose a step.
create table metric_point (
    trial_id uuid             not null references trial (id) on delete cascade,
    task     text             not null,   -- '' for what belongs to the trial as a whole: loss, learning_rate
    split    text             not null check (split in ('train', 'validation')),
    name     text             not null,
    step     integer          not null check (step > 0),
    attempt  integer          not null,
    value    double precision not null,   -- NaN is a value: an undefined metric
    primary key (trial_id, task, split, name, step)
);

-- What a comparison reads: one row per metric instead of its whole curve.
create table trial_task_metric (
    trial_id  uuid             not null references trial (id) on delete cascade,
    task      text             not null,
    split     text             not null check (split in ('train', 'validation')),
    name      text             not null,
    best      double precision not null,
    best_step integer          not null,
    last      double precision not null,
    last_step integer          not null,
    at_best   double precision not null,  -- at the trial's best epoch: the weights that are kept
    primary key (trial_id, task, split, name)
);
