package io.polyphony.hpo.trial;

import java.util.List;
import java.util.stream.IntStream;

/** One figure that the search improves, such as a task's validation metric. */
public record Objective(String name, Direction direction) {

    /** An objective of which less is better. */
    public static Objective minimize(String name) {
        return new Objective(name, Direction.MINIMIZE);
    }

    /** An objective of which more is better. */
    public static Objective maximize(String name) {
        return new Objective(name, Direction.MAXIMIZE);
    }

    /** One value per objective turned so that less is better. */
    public static double[] losses(List<Objective> objectives, List<Double> values) {
        return IntStream.range(0, values.size())
                .mapToDouble(k -> objectives.get(k).loss(values.get(k)))
                .toArray();
    }

    /** The value turned so that less is better; NaN and infinities, which tell of divergence, become +infinity, the worst. */
    public double loss(double value) {
        if (!Double.isFinite(value)) {
            return Double.POSITIVE_INFINITY;
        }
        return switch (direction) {
            case MINIMIZE -> value;
            case MAXIMIZE -> -value;
        };
    }
}
