package io.polyphony.backend.common;

/** The thing existed and was removed for good. */
public final class Gone extends Problem {
    /** A problem that says the given detail. */
    public Gone(String detail) {
        super(410, "Gone", detail);
    }
}
