package io.polyphony.backend.common;

/** An answer with a secret in it. What is kept of it for repetitions is something else. */
public interface ShownOnce {
    /** The answer without its secret. */
    Object withoutSecret();
}
