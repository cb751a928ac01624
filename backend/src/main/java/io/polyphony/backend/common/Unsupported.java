package io.polyphony.backend.common;

/** The body is of a kind that this route cannot read. */
public final class Unsupported extends Problem {
    /** A problem that says the given detail. */
    public Unsupported(String detail) {
        super(415, "Unsupported media type", detail);
    }
}
