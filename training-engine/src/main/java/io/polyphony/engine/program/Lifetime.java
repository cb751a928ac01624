package io.polyphony.engine.program;

/**
 * A piece of memory and when it is in use.
 *
 * @param bytes how much
 * @param first step that writes it
 * @param last step that reads it
 */
record Lifetime(long bytes, int first, int last) {

    boolean meets(Lifetime other) {
        return first <= other.last && other.first <= last;
    }

    Lifetime until(int step) {
        return new Lifetime(bytes, first, Math.max(last, step));
    }

    Lifetime from(int step) {
        return new Lifetime(bytes, Math.min(first, step), last);
    }
}
