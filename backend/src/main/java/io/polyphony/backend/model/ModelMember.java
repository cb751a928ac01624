package io.polyphony.backend.model;

import io.polyphony.backend.common.TrialId;
import java.util.Map;

/**
 * One trial within an ensemble.
 *
 * @param weights its share in the mean by task, above 0 and at most 1; a task that it has no share in is left out
 */
public record ModelMember(TrialId trial, Map<String, Double> weights) {
    public ModelMember {
        weights = Map.copyOf(weights);
    }
}
