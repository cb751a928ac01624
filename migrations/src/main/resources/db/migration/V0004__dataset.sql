-- Datasets and their immutable versions.

create table dataset (
    id         uuid primary key,
    project_id uuid        not null references project,
    name       text        not null check (length(name) between 1 and 200),
    created_at timestamptz not null,
    constraint dataset_name_taken unique (project_id, name)
);
create index dataset_by_time on dataset (created_at desc, id desc);
create index dataset_by_project on dataset (project_id, created_at desc, id desc);

create table dataset_version (
    id           uuid primary key,
    dataset_id   uuid             not null references dataset on delete cascade,
    number       int              not null check (number > 0),
    -- The version whose import wrote the rows and media: itself, or the one that this version corrects the columns of.
    content_id   uuid             not null references dataset_version,
    file_name    text             not null,
    bytes        bigint           not null,
    source_sha   text             not null,
    source_blob  text references blob, -- the upload; let go once the import is over
    state        text             not null check (state in ('IMPORTING', 'READY', 'FAILED')),
    progress     double precision not null check (progress between 0 and 1),
    stage        text             not null,
    rate         double precision not null,
    rows         bigint           not null,
    columns      int              not null,
    hash         text,
    problems     jsonb            not null,
    attempts     int              not null,
    heartbeat_at timestamptz,
    created_at   timestamptz      not null,
    constraint dataset_version_number_taken unique (dataset_id, number),
    constraint ready_has_hash check (state <> 'READY' or hash is not null)
);
create index dataset_version_importing on dataset_version (heartbeat_at) where state = 'IMPORTING';
create index dataset_version_by_content on dataset_version (content_id);

create table dataset_column (
    version_id uuid  not null references dataset_version on delete cascade,
    position   int   not null,
    name       text  not null,
    modality   text  not null check (modality in ('NUMERIC', 'CATEGORICAL', 'TEXT', 'IMAGE', 'AUDIO', 'SERIES')),
    role       text  not null check (role in ('INPUT', 'TARGET', 'ID', 'GROUP', 'SPLIT', 'WEIGHT', 'IGNORE')),
    info       jsonb not null,
    primary key (version_id, position),
    constraint dataset_column_name_taken unique (version_id, name)
);

-- Runs of rows; the form of their bytes is SegmentCodec's.
create table dataset_segment (
    content_id uuid   not null references dataset_version on delete cascade,
    first_row  bigint not null,
    rows       int    not null,
    sha        text   not null references blob,
    primary key (content_id, first_row)
);
create index dataset_segment_by_blob on dataset_segment (sha);

-- What a cell of an image or audio column names.
create table dataset_media (
    content_id  uuid not null references dataset_version on delete cascade,
    path        text not null,
    sha         text not null references blob,
    media_type  text not null,
    thumbnail   text not null references blob,
    width       int,
    height      int,
    seconds     double precision,
    sample_rate int,
    primary key (content_id, path)
);
create index dataset_media_by_blob on dataset_media (sha);
create index dataset_media_by_thumbnail on dataset_media (thumbnail);
