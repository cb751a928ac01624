-- A model is a promoted trial.
create table model (
    id            uuid        primary key,
    project_id    uuid        not null references project (id),
    experiment_id uuid        not null references experiment (id),
    trial_id      uuid        not null unique references trial (id),
    name          text        not null,
    test_rows     integer     not null,
    look          integer     not null,
    provenance    jsonb       not null,
    created_by    uuid        not null,
    created_at    timestamptz not null default now()
);
create index model_of_project on model (project_id, id desc);

-- The test split is sealed: these numbers are computed once, when the trial is promoted.
create table model_metric (
    model_id uuid             not null references model (id) on delete cascade,
    task     text             not null,
    name     text             not null,
    value    double precision not null,
    primary key (model_id, task, name)
);

-- Every look at a test split, in order: the more looks, the more optimistic the best of them.
create table test_look (
    id            bigint      generated always as identity primary key,
    experiment_id uuid        not null references experiment (id),
    trial_id      uuid        not null references trial (id),
    user_id       uuid        not null,
    looked_at     timestamptz not null default now()
);
create index test_look_of_experiment on test_look (experiment_id, id);
