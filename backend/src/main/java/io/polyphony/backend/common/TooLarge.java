package io.polyphony.backend.common;

/** The body exceeds a limit; the detail names the limit and the size. */
public final class TooLarge extends Problem {
    /** A problem that says the given detail. */
    public TooLarge(String detail) {
        super(413, "Too large", detail);
    }
}
