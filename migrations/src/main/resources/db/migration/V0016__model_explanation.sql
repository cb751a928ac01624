-- What a model's answers rest on: computed once, on validation rows, when somebody first asks.
create table model_explanation (
    model_id    uuid        primary key references model (id) on delete cascade,
    body        jsonb       not null,
    computed_at timestamptz not null default now()
);
