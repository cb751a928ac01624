-- Where trials come from besides the sampler: earlier experiments of the project, a person, a file.
alter table trial drop constraint trial_origin_check;
alter table trial add constraint trial_origin_check
    check (origin in ('FIRST', 'SEARCH', 'REFEREE', 'WARM_START', 'ENQUEUED', 'IMPORTED'));
-- What ends a search before its budget does: a score that is enough, an expected gain that is too little.
alter table experiment add column stop_score double precision;
alter table experiment add column stop_gain double precision check (stop_gain > 0);
