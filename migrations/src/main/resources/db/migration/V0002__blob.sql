-- Bytes by their SHA-256, in chunks of 1 MiB; so that one database holds, backs up and transacts everything.

create table blob (
    sha        text        primary key check (length(sha) = 64),
    length     bigint      not null check (length >= 0),
    media_type text        not null,
    -- When the bytes were last put: those without a reference are swept only some time after.
    touched_at timestamptz not null
);
create index blob_by_touch on blob (touched_at);

create table blob_chunk (
    sha   text  not null references blob on delete cascade,
    chunk int   not null check (chunk >= 0),
    bytes bytea not null,
    primary key (sha, chunk)
);
-- Most contents are compressed already: do not try it again on every write.
alter table blob_chunk alter column bytes set storage external;
