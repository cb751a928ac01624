package io.polyphony.engine.data;

import java.util.Arrays;

/** Mean, standard deviation (of the population) and skewness of some numbers. */
record Moments(double mean, double deviation, double skewness) {

    static Moments of(double[] values) {
        var mean = Arrays.stream(values).average().orElse(0);
        var second = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        var third =
                Arrays.stream(values).map(v -> Math.pow(v - mean, 3)).average().orElse(0);
        var deviation = Math.sqrt(second);
        return new Moments(mean, deviation, deviation == 0 ? 0 : third / (deviation * second));
    }

    /** A column that never changes is divided by one, so that it becomes zero rather than NaN. */
    double deviationOrOne() {
        return deviation > 1e-12 ? deviation : 1;
    }
}
