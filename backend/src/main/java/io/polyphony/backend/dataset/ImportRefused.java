package io.polyphony.backend.dataset;

import java.util.List;

/** The upload cannot become a dataset version; it names every problem found (at most {@link Problems#LIMIT}). */
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<ImportProblem> problems;

    public ImportRefused(List<ImportProblem> problems) {
        super(problems.getFirst().detail());
        this.problems = List.copyOf(problems);
    }

    public ImportRefused(ImportProblem problem) {
        this(List.of(problem));
    }

    public List<ImportProblem> problems() {
        return problems;
    }
}
