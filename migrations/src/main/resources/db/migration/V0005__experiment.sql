-- An experiment: a data set version, its tasks, what may be searched, and how much of it.
create table experiment (
    id                 uuid        primary key,
    project_id         uuid        not null references project (id),
    dataset_id         uuid        not null references dataset (id),
    dataset_version_id uuid        not null references dataset_version (id),
    name               text        not null check (length(name) between 1 and 200),
    state              text        not null check (state in ('WAITING', 'RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED', 'FAILED')),
    message            text,
    -- The validated request: inputs, split, search space, first trials. Read as a whole, never filtered by.
    definition         jsonb       not null,
    seed               bigint      not null,
    budget_trials      integer     not null check (budget_trials > 0),
    budget_seconds     double precision check (budget_seconds > 0),
    created_by         uuid        not null,
    created_at         timestamptz not null default now(),
    started_at         timestamptz,
    ended_at           timestamptz
);
-- Ids are UUIDv7, so that they sort by time: the keyset of every list.
create index experiment_of_project on experiment (project_id, id desc);
create index experiment_of_dataset on experiment (dataset_id);
create index experiment_alive on experiment (state) where state in ('WAITING', 'RUNNING');

create table experiment_task (
    experiment_id uuid     not null references experiment (id) on delete cascade,
    position      smallint not null,
    name          text     not null,
    type          text     not null,
    metric        text     not null,
    direction     text     not null check (direction in ('MINIMIZE', 'MAXIMIZE')),
    primary key (experiment_id, position),
    unique (experiment_id, name)
);

-- How long an experiment has really been running. Apart from its experiment, because every worker ticks it
-- each second while proposals hold the experiment's row lock.
create table experiment_clock (
    experiment_id uuid        primary key references experiment (id) on delete cascade,
    spent_ms      bigint      not null default 0,
    seen_at       timestamptz not null default now()
);
