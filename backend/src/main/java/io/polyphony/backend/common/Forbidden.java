package io.polyphony.backend.common;

/** The thing is visible to the caller, but the role does not reach. What is invisible is {@link NotFound} instead. */
public final class Forbidden extends Problem {
    /** A problem that says the given detail. */
    public Forbidden(String detail) {
        super(403, "Not allowed", detail);
    }
}
