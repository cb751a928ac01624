-- By what a model's probabilities are made surer (below 1) or less sure (above 1), by task; what is left out, and every model from
-- before, says what its networks say.
alter table model add column temperatures jsonb not null default '{}';
