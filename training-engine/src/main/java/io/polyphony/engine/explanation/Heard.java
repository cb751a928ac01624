package io.polyphony.engine.explanation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a fusion listens for one task.
 *
 * @param inputs the mean weight of each input over the rows that have it; without those that no row has
 * @param shared the mean weight of experts that read all inputs; null where there are none
 */
record Heard(Map<String, Double> inputs, @Nullable Double shared) {
    static final Heard NOTHING = new Heard(Map.of(), null);

    /**
     * The mean of what several networks hear.
     *
     * @param weights how much each says in the task, above 0
     */
    static Heard mean(List<Heard> networks, List<Double> weights) {
        double all = weights.stream().mapToDouble(Double::doubleValue).sum();
        var inputs = new LinkedHashMap<String, Double>();
        @Nullable Double shared = null;
        for (int i = 0; i < networks.size(); i++) {
            double weight = weights.get(i) / all;
            networks.get(i).inputs().forEach((input, mean) -> inputs.merge(input, weight * mean, Double::sum));
            var own = networks.get(i).shared();
            shared = own == null ? shared : Double.valueOf((shared == null ? 0 : shared) + weight * own);
        }
        return new Heard(inputs, shared);
    }
}
