package io.polyphony.hpo.analysis;

import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.stream.IntStream;

/** The empirical distribution function of an objective: which share of the trials is at most that good. */
public final class Distribution {

    private Distribution() {}

    /** @param share of the completed trials whose value is at most {@code value} */
    public record Step(double value, double share) {}

    /** One step per completed trial with a finite value, in ascending order. */
    public static List<Step> of(int objective, List<Trial> trials) {
        double[] sorted = trials.stream()
                .filter(trial -> !trial.values().isEmpty())
                .mapToDouble(trial -> trial.values().get(objective))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return IntStream.range(0, sorted.length)
                .mapToObj(i -> new Step(sorted[i], (i + 1.0) / sorted.length))
                .toList();
    }
}
