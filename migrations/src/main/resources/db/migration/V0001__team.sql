-- Users, projects, members, tokens and the record of their writes.

create table app_user (
    id            uuid primary key,
    name          text        not null check (name = lower(name) and length(name) between 1 and 100),
    display_name  text        not null check (length(display_name) between 1 and 200),
    password_hash text, -- null: signs in by token only
    admin         boolean     not null,
    disabled      boolean     not null,
    created_at    timestamptz not null,
    constraint app_user_name_taken unique (name)
);

create table project (
    id          uuid primary key,
    name        text        not null check (length(name) between 1 and 200),
    description text        not null check (length(description) <= 10000),
    created_at  timestamptz not null
);

create table project_member (
    project_id uuid        not null references project on delete cascade,
    user_id    uuid        not null references app_user on delete cascade,
    role       text        not null check (role in ('VIEWER', 'RUNNER', 'EDITOR', 'OWNER')),
    added_at   timestamptz not null,
    primary key (project_id, user_id)
);
create index project_member_by_user on project_member (user_id);

create table api_token (
    id           uuid primary key,
    user_id      uuid        not null references app_user on delete cascade,
    name         text        not null check (length(name) between 1 and 200),
    hash         bytea       not null check (length(hash) = 32), -- SHA-256 of the token; the token itself is never stored
    project_id   uuid references project on delete cascade,
    max_role     text check (max_role in ('VIEWER', 'RUNNER', 'EDITOR', 'OWNER')),
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    constraint api_token_hash_taken unique (hash)
);
create index api_token_by_user on api_token (user_id, id);

-- No foreign keys: an entry outlives what it speaks of.
create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    user_id    uuid        not null,
    user_name  text        not null,
    token_id   uuid,
    action     text        not null,
    subject    text        not null,
    project_id uuid,
    detail     jsonb       not null,
    request_id text
);
create index audit_entry_by_project on audit_entry (project_id, id);
create index audit_entry_by_user on audit_entry (user_id, id);

create function audit_entry_is_append_only() returns trigger
    language plpgsql as
$$
begin
    raise exception 'audit_entry is append-only';
end
$$;
create trigger audit_entry_is_append_only
    before update or delete
    on audit_entry
    for each row
execute function audit_entry_is_append_only();
