package io.polyphony.backend.dataset;

/** What kind of information a column holds. */
public enum ColumnModality {
    NUMERIC,
    CATEGORICAL,

    /** Days, with a time or without, as ISO 8601 writes them. */
    DATE,

    TEXT,
    IMAGE,
    AUDIO,
    /** Many numbers per cell: a time series, or an embedding made elsewhere. Set by hand; no importer infers it. */
    SERIES;

    /** Whether the cells name files of the upload instead of holding the value themselves. */
    public boolean isMedia() {
        return switch (this) {
            case IMAGE, AUDIO -> true;
            case NUMERIC, CATEGORICAL, DATE, TEXT, SERIES -> false;
        };
    }
}
