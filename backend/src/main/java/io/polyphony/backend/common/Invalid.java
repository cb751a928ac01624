package io.polyphony.backend.common;

import java.util.List;

/** The request was read, but what it says cannot be done (422): a field out of range, an unknown target, a ragged CSV. */
public final class Invalid extends Problem {
    private final List<FieldProblem> errors;

    /** A request that is invalid as a whole. */
    public Invalid(String detail) {
        this(detail, List.of());
    }

    /** A request that is invalid at the given places. */
    public Invalid(String detail, List<FieldProblem> errors) {
        super(422, "Invalid request", detail);
        this.errors = List.copyOf(errors);
    }

    /** A request with one wrong member; {@code pointer} is a JSON pointer such as {@code /tasks/0/target}. */
    public static Invalid field(String pointer, String detail) {
        return new Invalid(detail, List.of(FieldProblem.at(pointer, detail)));
    }

    @Override
    public List<FieldProblem> errors() {
        return errors;
    }
}
