package io.polyphony.backend.dataset;

import io.polyphony.backend.common.FieldProblem;
import java.util.List;

/** The upload cannot become a dataset version; it names every problem found (at most {@link Problems#LIMIT}). */
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<FieldProblem> problems;

    public ImportRefused(List<FieldProblem> problems) {
        super(problems.getFirst().detail());
        this.problems = List.copyOf(problems);
    }

    public ImportRefused(FieldProblem problem) {
        this(List.of(problem));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
