package io.polyphony.backend.comparison;

import io.polyphony.hpo.trial.Scalarization;
import java.util.Map;

/**
 * What somebody wants of a model: what counts how much, and what it has to reach.
 *
 * @param weights by the name of an objective, at least 0; one that is left out counts as the experiment says. 0 leaves it out of account
 * @param limits by the name of an objective, of a measure such as {@code latency_ms}, or of a task and one of its metrics such as
 *     {@code rating.accuracy}: the least of what should be much, the most of what should be little. They join those of the experiment,
 *     or take their place
 * @param scalarization how the weighted objectives become one; not {@link Scalarization#NONE}
 */
public record Preference(Map<String, Double> weights, Map<String, Double> limits, Scalarization scalarization) {
    public Preference {
        weights = Map.copyOf(weights);
        limits = Map.copyOf(limits);
    }

    /** As the experiment says, with a balance between all objectives. */
    public static Preference none() {
        return new Preference(Map.of(), Map.of(), Scalarization.CHEBYSHEV);
    }
}
