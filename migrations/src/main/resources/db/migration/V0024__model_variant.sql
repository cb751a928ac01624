-- A smaller variant of a model: rounded, pruned or distilled, with what it costs and gains on validation rows.
create table model_variant (
    id         uuid             primary key,
    model_id   uuid             not null references model (id) on delete cascade,
    plan       jsonb            not null,
    state      text             not null check (state in ('RUNNING', 'READY', 'FAILED')),
    progress   double precision not null default 0,
    problem    text,
    toll       jsonb,           -- figures before and after, and each task's loss
    losses     jsonb,
    bundle     bytea,           -- the file that any JVM loads, once it is ready
    created_at timestamptz      not null default now(),
    -- Its process says every few seconds that it lives, by the database's clock.
    touched_at timestamptz      not null default clock_timestamp()
);
create index variant_of_model on model_variant (model_id, id desc);
-- Weights do not compress: do not try.
alter table model_variant alter column bundle set storage external;
