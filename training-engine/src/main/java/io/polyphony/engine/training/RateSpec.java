package io.polyphony.engine.training;

import io.polyphony.engine.tensor.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parts of a network that do not learn at the rate of the whole.
 *
 * @param tasks by task, the learning rate of the layers that only this task reads as a multiple of the network's,
 *     0.001..1000; a single task has none of its own
 * @param frozen by input, the epochs at the beginning in which its encoder stays as it is, 0..10000
 */
public record RateSpec(Map<String, Double> tasks, Map<String, Integer> frozen) {
    /** Everything learns at the same rate. */
    public static final RateSpec EVEN = new RateSpec(Map.of(), Map.of());

    public RateSpec {
        tasks.forEach((task, rate) -> Check.range("rate of " + task, rate, 0.001, 1000));
        frozen.forEach((input, epochs) -> Check.range("frozen epochs of " + input, epochs, 0, 10_000));
        tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
        frozen = Collections.unmodifiableMap(new LinkedHashMap<>(frozen));
    }
}
