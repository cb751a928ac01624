package io.polyphony.hpo.trial;

import io.polyphony.hpo.space.SearchSpace;
import java.util.List;

/**
 * What a search is about: where it may look, what it improves, and the seed from which all its choices follow.
 *
 * @param objectives at least one
 */
public record Problem(SearchSpace space, List<Objective> objectives, long seed) {

    public Problem {
        objectives = List.copyOf(objectives);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("The study has no objective. Maybe Objective.minimize(\"loss\")?");
        }
    }

    /** Whether there is one objective only. */
    public boolean single() {
        return objectives.size() == 1;
    }
}
