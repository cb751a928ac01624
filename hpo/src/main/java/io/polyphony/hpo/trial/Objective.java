package io.polyphony.hpo.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure that the search improves, such as a task's validation metric, or keeps within a limit.
 *
 * @param limit    what it has to reach, in its own unit, such as an accuracy of 0.9 or 20 milliseconds; null if anything will do. A trial that misses a limit is
 *                 worse than any that keeps to all (constrained domination: Deb et al., IEEE Trans. Evol. Comput. 6(2), 2002)
 * @param improved whether it is improved beyond its limit; if not, all values that keep to the limit are alike
 * @param weight   above 0: how much it counts beside others where several are made one ({@link Scalarization})
 */
public record Objective(
        String name, Direction direction, @Nullable Double limit, boolean improved, double weight) {

    public Objective {
        if (!improved && limit == null) {
            throw new IllegalArgumentException(
                    "The objective (%s) is neither improved nor kept within a limit. Maybe it needs one of both."
                            .formatted(name));
        }
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "The objective (%s) has the weight (%s), which must be above 0. Maybe leave the objective out."
                            .formatted(name, weight));
        }
    }

    /** An objective without a limit. */
    public Objective(String name, Direction direction) {
        this(name, direction, null, true, 1);
    }

    /** The same objective, with a value that it has to reach. */
    public Objective within(double worst) {
        return new Objective(name, direction, worst, improved, weight);
    }

    /** The same objective, which only has to reach that value: no better is wanted. */
    public Objective only(double worst) {
        return new Objective(name, direction, worst, false, weight);
    }

    /** The same objective with that weight. */
    public Objective weighing(double times) {
        return new Objective(name, direction, limit, improved, times);
    }

    /** By how much the values miss the limits, relative to these and summed up; 0 if they keep to all. */
    public static double violation(List<Objective> objectives, List<Double> values) {
        double sum = 0;
        for (int k = 0; k < values.size(); k++) {
            sum += objectives.get(k).violation(values.get(k));
        }
        return sum;
    }

    private double violation(double value) {
        if (limit == null) {
            return 0;
        }
        double scale = limit == 0 ? 1 : Math.abs(limit);
        return Math.max(0, turned(value) - turned(limit)) / scale;
    }

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
        var losses = new double[values.size()];
        for (int k = 0; k < losses.length; k++) {
            losses[k] = objectives.get(k).loss(values.get(k));
        }
        return losses;
    }

    /**
     * The value turned so that less is better; NaN and infinities, which tell of divergence, become +infinity, the worst. Of what is only kept within a limit: how far
     * beyond that it is, 0 within.
     */
    public double loss(double value) {
        return improved || limit == null ? turned(value) : Math.max(0, turned(value) - turned(limit));
    }

    /** The value in the objective's own unit whose loss this is. */
    public double value(double loss) {
        return direction.loss(improved || limit == null ? loss : loss + direction.loss(limit));
    }

    private double turned(double value) {
        return Double.isFinite(value) ? direction.loss(value) : Double.POSITIVE_INFINITY;
    }
}
