-- How long one trial may train; null: as long as its epochs take.
alter table experiment add column budget_trial_seconds double precision check (budget_trial_seconds > 0);

-- What a trial keeps may be no single epoch's: a mean of weights, or the mean over folds, and then its deviation over them.
alter table trial_task_metric add column spread double precision;
