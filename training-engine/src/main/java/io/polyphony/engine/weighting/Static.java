package io.polyphony.engine.weighting;

import io.polyphony.engine.tensor.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fixed weights on the losses, each divided by its value for a constant predictor first.
 *
 * @param weights by task, 0..1000; a task without one counts 1
 */
public record Static(Map<String, Double> weights) implements WeightingSpec {
    public Static {
        weights.forEach((task, weight) -> Check.range("weight of " + task, weight, 0, 1000));
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    @Override
    public LossWeighting start(TaskScales scales) {
        var factors = scales.normalisers();
        for (int task = 0; task < factors.length; task++) {
            factors[task] *= weights.getOrDefault(scales.tasks().get(task), 1.0);
        }
        return (_, _) -> factors.clone();
    }
}
