-- A trial: one assignment of an experiment's search space. Its attempt counts how often it was taken up: every
-- write names the attempt, and a write of an older attempt is refused (fencing).
create table trial (
    id              uuid        primary key,
    experiment_id   uuid        not null references experiment (id) on delete cascade,
    number          integer     not null check (number > 0),
    origin          text        not null check (origin in ('FIRST', 'SEARCH', 'REFEREE')),
    state           text        not null check (state in
                    ('WAITING', 'RUNNING', 'PAUSED', 'COMPLETED', 'PRUNED', 'DIVERGED', 'FAILED', 'CANCELLED')),
    lane            integer     not null,
    attempt         integer     not null default 0,
    assignment      jsonb       not null,
    tasks           text[]      not null,
    inputs          text[]      not null,
    label           text        not null,
    fusion          text,
    loss_weighting  text,
    seed            bigint      not null,
    message         text,
    epoch           integer     not null default 0,
    epochs          integer     not null default 0,
    best_epoch      integer,
    score           double precision,   -- mean normalised primary validation metric at the best epoch
    rows_per_second double precision,
    seconds_left    double precision,
    provenance      jsonb,
    created_at      timestamptz not null default now(),
    started_at      timestamptz,
    ended_at        timestamptz,
    unique (experiment_id, number)
);
create index trial_unfinished on trial (experiment_id, state) where state in ('WAITING', 'RUNNING', 'PAUSED');

create table attempt (
    trial_id   uuid        not null references trial (id) on delete cascade,
    number     integer     not null,
    worker     text        not null,
    host       text        not null,
    from_epoch integer     not null,
    started_at timestamptz not null default now(),
    -- Its process says once a second that it lives, by the database's clock.
    seen_at    timestamptz not null default clock_timestamp(),
    ended_at   timestamptz,
    outcome    text,
    primary key (trial_id, number)
);

-- The last two checkpoints of a running trial; none of a finished one.
create table checkpoint (
    trial_id uuid        not null references trial (id) on delete cascade,
    epoch    integer     not null,
    attempt  integer     not null,
    seconds  double precision not null,  -- of training behind it, over all attempts
    bytes    bytea       not null,
    saved_at timestamptz not null default now(),
    primary key (trial_id, epoch)
);
-- Weights do not compress: do not try.
alter table checkpoint alter column bytes set storage external;

-- The trained network of a finished trial, so that promoting it needs no training.
create table trial_bundle (
    trial_id uuid    primary key references trial (id) on delete cascade,
    length   bigint  not null,
    pinned   boolean not null default false,
    bytes    bytea   not null
);
alter table trial_bundle alter column bytes set storage external;
