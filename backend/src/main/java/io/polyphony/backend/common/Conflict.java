package io.polyphony.backend.common;

/** The request contradicts the present state: a name that is taken, a state that does not allow the action. */
public final class Conflict extends Problem {
    /** A problem that says the given detail. */
    public Conflict(String detail) {
        super(409, "Conflict", detail);
    }
}
