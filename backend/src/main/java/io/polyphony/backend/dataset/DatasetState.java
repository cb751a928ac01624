package io.polyphony.backend.dataset;

/** Where a version of a dataset is in its life; READY and FAILED are final. */
public enum DatasetState {
    IMPORTING,
    READY,
    FAILED
}
