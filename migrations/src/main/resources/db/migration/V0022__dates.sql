-- Columns of dates are inputs of tables.
alter table dataset_column drop constraint dataset_column_modality_check;
alter table dataset_column add constraint dataset_column_modality_check
    check (modality in ('NUMERIC', 'CATEGORICAL', 'DATE', 'TEXT', 'IMAGE', 'AUDIO', 'SERIES'));
