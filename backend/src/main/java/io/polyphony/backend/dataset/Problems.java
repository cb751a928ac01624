package io.polyphony.backend.dataset;

import io.polyphony.backend.common.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that one look shows all of them; gives up at {@link #LIMIT}. Not thread-safe. */
public final class Problems {
    public static final int LIMIT = 50;
    private final List<FieldProblem> found = new ArrayList<>();

    /** @throws ImportRefused when this was the last problem worth listing */
    public void add(FieldProblem problem) {
        found.add(problem);
        if (found.size() >= LIMIT) {
            throw new ImportRefused(found);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws ImportRefused when there is at least one problem */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new ImportRefused(found);
        }
    }
}
