-- How the networks of a model answer together, by task: MEAN or MEDIAN, weighted; what is left out, and every model from before,
-- answers by the mean.
alter table model add column averaging jsonb not null default '{}';
