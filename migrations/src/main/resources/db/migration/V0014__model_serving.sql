-- What it takes to ask a model: milliseconds for one row and per row of many, bytes of its bundle, learned numbers. Measured
-- once, when it was promoted; older models do not know.
alter table model add column serving jsonb;
