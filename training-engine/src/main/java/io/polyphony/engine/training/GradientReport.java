package io.polyphony.engine.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the tasks' gradients lay to each other in an epoch's sampled steps, over the parameters that tasks share.
 *
 * @param samples steps looked at
 * @param norms mean length of each task's gradient, of its loss times its weight
 * @param cosines mean cosine between two tasks' gradients, by both names; below 0 they work against each other
 * @param conflicts share of the samples in which that cosine is below {@link #CONFLICT}, by both names
 */
public record GradientReport(
        int samples,
        Map<String, Double> norms,
        Map<String, Map<String, Double>> cosines,
        Map<String, Map<String, Double>> conflicts) {
    /** Two gradients with a lesser cosine are in conflict; those just below 0 do not know of each other. */
    public static final double CONFLICT = -0.1;

    public GradientReport {
        norms = Collections.unmodifiableMap(new LinkedHashMap<>(norms));
        cosines = Collections.unmodifiableMap(new LinkedHashMap<>(cosines));
        conflicts = Collections.unmodifiableMap(new LinkedHashMap<>(conflicts));
    }
}
