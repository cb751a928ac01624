-- Events carry a sequence number that readers use as "everything up to here was seen". A plain bigserial is unfit for that:
-- numbers are drawn when a row is inserted but become visible when its transaction commits, so a reader could see 8, move on,
-- and miss a 7 that commits later. Therefore a deferred trigger draws the number at commit, under a lock that lasts for the
-- commit only: numbers become visible in order, and a long transaction holds nobody up.

create table event (
    id            uuid primary key,
    seq           bigint unique, -- null only inside the transaction that writes it
    project_id    uuid        not null,
    experiment_id uuid,
    trial_id      uuid,
    type          text        not null,
    payload       jsonb       not null,
    at            timestamptz not null default clock_timestamp()
);
create index event_by_project on event (project_id, seq);
create index event_by_experiment on event (experiment_id, seq) where experiment_id is not null;
create index event_by_trial on event (trial_id, seq) where trial_id is not null;

create sequence event_seq;

create function number_event() returns trigger
    language plpgsql as
$$
begin
    perform pg_advisory_xact_lock(7013651822310911);
    update event set seq = nextval('event_seq') where id = new.id;
    perform pg_notify('polyphony_event', '');
    return null;
end
$$;
create constraint trigger number_event
    after insert
    on event
    deferrable initially deferred
    for each row
execute function number_event();

-- The first answer to a POST with an Idempotency-Key, kept for 24 hours.
create table idempotency_key (
    user_id      uuid        not null references app_user on delete cascade,
    key          text        not null check (length(key) between 1 and 200),
    request_hash bytea       not null,
    started_at   timestamptz not null,
    status       int, -- null while the first request runs
    location     text,
    media_type   text,
    body         bytea,
    primary key (user_id, key)
);
create index idempotency_key_by_start on idempotency_key (started_at);
