-- Networks that projects bring along to read their inputs. Trials that were to use one still find its file after its deletion.
create table uploaded_encoder (
    project_id uuid        not null references project on delete cascade,
    name       text        not null,
    sha        text        not null references blob,
    features   jsonb       not null,
    bytes      bigint      not null,
    created_at timestamptz not null,
    deleted_at timestamptz
);
create unique index uploaded_encoder_name_taken on uploaded_encoder (project_id, name) where deleted_at is null;
create index uploaded_encoder_by_blob on uploaded_encoder (sha);
