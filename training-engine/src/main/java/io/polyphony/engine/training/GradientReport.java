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
 */
public record GradientReport(int samples, Map<String, Double> norms, Map<String, Map<String, Double>> cosines) {
    public GradientReport {
        norms = Collections.unmodifiableMap(new LinkedHashMap<>(norms));
        cosines = Collections.unmodifiableMap(new LinkedHashMap<>(cosines));
    }
}
