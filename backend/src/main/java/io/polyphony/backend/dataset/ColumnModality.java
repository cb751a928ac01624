package io.polyphony.backend.dataset;

/** What kind of information a column holds. */
public enum ColumnModality {
    NUMERIC,
    CATEGORICAL,
    TEXT,
    IMAGE,
    AUDIO,
    /** Reserved: time series; no importer infers it yet. */
    SERIES;

    /** Whether the cells name files of the upload instead of holding the value themselves. */
    public boolean isMedia() {
        return switch (this) {
            case IMAGE, AUDIO -> true;
            case NUMERIC, CATEGORICAL, TEXT, SERIES -> false;
        };
    }
}
