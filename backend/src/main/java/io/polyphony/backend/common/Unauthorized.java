package io.polyphony.backend.common;

/** No valid credentials came with the request. */
public final class Unauthorized extends Problem {
    /** A problem that says the given detail. */
    public Unauthorized(String detail) {
        super(401, "Sign in first", detail);
    }
}
