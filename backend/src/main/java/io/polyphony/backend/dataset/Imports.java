package io.polyphony.backend.dataset;

/** Port: the importer of this process. */
public interface Imports {
    /** There may be work: look now instead of at the next regular moment. */
    void wake();
}
