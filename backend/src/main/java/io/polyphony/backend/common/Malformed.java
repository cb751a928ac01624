package io.polyphony.backend.common;

import java.util.List;

/** The request cannot be read (400): broken JSON, an unreadable cursor, a limit out of range. */
public final class Malformed extends Problem {
    private final List<FieldProblem> errors;

    /** A request that is unreadable as a whole. */
    public Malformed(String detail) {
        this(detail, List.of());
    }

    /** A request that is unreadable at the given places. */
    public Malformed(String detail, List<FieldProblem> errors) {
        super(400, "Malformed request", detail);
        this.errors = List.copyOf(errors);
    }

    @Override
    public List<FieldProblem> errors() {
        return errors;
    }
}
