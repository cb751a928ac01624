package io.polyphony.hpo.analysis;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The volume that a set of points dominates, up to a reference point: the usual measure of a Pareto front. Exact in any number of
 * objectives: a sweep for one and two, the WFG recursion (While, Bradstreet and Barone, IEEE Trans. Evol. Comput. 16(1), 2012) for more.
 */
public final class Hypervolume {

    private static final double MARGIN = 0.1;

    private Hypervolume() {}

    /**
     * The hypervolume of completed trials that miss no limit.
     *
     * @param reference one value per objective in the objectives' own units; trials that are not better at every objective add nothing
     */
    public static double of(List<Objective> objectives, List<Trial> trials, List<Double> reference) {
        return of(losses(objectives, trials), Objective.losses(objectives, reference));
    }

    /**
     * A reference point for trials whose worst bearable values nobody knows: a little beyond the worst of those that miss no limit, in the
     * objectives' own units.
     *
     * @throws TooFewTrials if there is none
     */
    public static List<Double> corner(List<Objective> objectives, List<Trial> trials) {
        double[][] losses = Arrays.stream(losses(objectives, trials))
                .filter(loss -> Arrays.stream(loss).allMatch(Double::isFinite))
                .toArray(double[][]::new);
        if (losses.length == 0) {
            throw new TooFewTrials(0, 1);
        }
        double[] corner = corner(losses);
        return IntStream.range(0, corner.length)
                .mapToObj(k -> objectives.get(k).value(corner[k]))
                .toList();
    }

    /** A little beyond the worst of these losses, of which there is at least one, so that the ends of their front count. */
    public static double[] corner(double[][] losses) {
        double[] low = losses[0].clone();
        double[] high = losses[0].clone();
        for (double[] loss : losses) {
            Arrays.setAll(low, k -> Math.min(low[k], loss[k]));
            Arrays.setAll(high, k -> Math.max(high[k], loss[k]));
        }
        var corner = new double[low.length];
        Arrays.setAll(corner, k -> high[k] + (high[k] > low[k] ? MARGIN * (high[k] - low[k]) : 1));
        return corner;
    }

    private static double[][] losses(List<Objective> objectives, List<Trial> trials) {
        return trials.stream()
                .filter(trial -> !trial.values().isEmpty() && Objective.violation(objectives, trial.values()) == 0)
                .map(trial -> Objective.losses(objectives, trial.values()))
                .toArray(double[][]::new);
    }

    /**
     * The hypervolume of points whose coordinates are to be minimised.
     *
     * @param losses    points of equal length; need not be a front
     * @param reference finite, of the same length
     */
    public static double of(double[][] losses, double[] reference) {
        double[][] inside =
                Arrays.stream(losses).filter(point -> inside(point, reference)).toArray(double[][]::new);
        return ofFront(distinct(inside, Dominance.front(inside)), reference);
    }

    /** Equal points add nothing, and with each the work would double. */
    private static double[][] distinct(double[][] points, int[] order) {
        return IntStream.range(0, order.length)
                .filter(i -> i == 0 || !Arrays.equals(points[order[i - 1]], points[order[i]]))
                .mapToObj(i -> points[order[i]])
                .toArray(double[][]::new);
    }

    /** What a completed trial adds to the hypervolume of others; 0 if it misses a limit. */
    static double gain(List<Objective> objectives, Trial trial, List<Trial> others, List<Double> reference) {
        return Objective.violation(objectives, trial.values()) > 0
                ? 0
                : gain(
                        Objective.losses(objectives, trial.values()),
                        losses(objectives, others),
                        Objective.losses(objectives, reference));
    }

    /** What a point adds to the hypervolume of others; 0 if one of them dominates or equals it. */
    public static double gain(double[] point, double[][] others, double[] reference) {
        if (!inside(point, reference)) {
            return 0;
        }
        double[][] limited =
                Arrays.stream(others).map(other -> worst(point, other)).toArray(double[][]::new);
        return box(point, reference) - of(limited, reference);
    }

    /** The front is in lexicographic order. */
    private static double ofFront(double[][] front, double[] reference) {
        return switch (reference.length) {
            case 1 -> front.length == 0 ? 0 : reference[0] - front[0][0];
            case 2 -> sweep(front, reference);
            default ->
                IntStream.range(0, front.length)
                        .mapToDouble(i -> gain(front[i], Arrays.copyOfRange(front, i + 1, front.length), reference))
                        .sum();
        };
    }

    private static double sweep(double[][] front, double[] reference) {
        double area = 0;
        double ceiling = reference[1];
        for (double[] point : front) {
            area += (reference[0] - point[0]) * (ceiling - point[1]);
            ceiling = point[1];
        }
        return area;
    }

    private static double box(double[] point, double[] reference) {
        double volume = 1;
        for (int k = 0; k < point.length; k++) {
            volume *= reference[k] - point[k];
        }
        return volume;
    }

    private static double[] worst(double[] a, double[] b) {
        var worst = new double[a.length];
        Arrays.setAll(worst, k -> Math.max(a[k], b[k]));
        return worst;
    }

    private static boolean inside(double[] point, double[] reference) {
        return IntStream.range(0, reference.length).allMatch(k -> point[k] < reference[k]);
    }
}
