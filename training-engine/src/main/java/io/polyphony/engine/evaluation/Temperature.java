package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.TaskType;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Temperature scaling (Guo et al. 2017, "On calibration of modern neural networks"): probabilities p become p^(1/T), made to sum
 * to 1 again, so that what is said with 80 % is right in 80 % of the cases. The mean of several networks is too careful (Rahaman
 * and Thiery 2021), a single one often too sure. What is most probable stays so.
 *
 * @param value T, above 0: below 1 makes surer, above 1 less sure
 */
public record Temperature(double value) {
    /** Probabilities as they are. */
    public static final Temperature NONE = new Temperature(1);

    /** Probabilities are floats, which may be 0; nothing is taken to be less probable than this. */
    private static final double FLOOR = 1e-7;

    /** The logarithm of T is expected to lie within twice this of 0: few rows can say little to the contrary. */
    private static final double DEVIATION = 0.5;

    /** A tenth to ten. */
    private static final double FARTHEST = Math.log(10);

    private static final int STEPS = 100;

    public Temperature {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("The temperature (%s) must be above 0.".formatted(value));
        }
    }

    /** Whether tasks of that type say probabilities that are scaled. */
    public static boolean fit(TaskType type) {
        return switch (type) {
            case BINARY, MULTICLASS, MULTILABEL -> true;
            case ORDINAL, REGRESSION, VECTOR, COUNT, FORECAST, SEGMENTATION, DETECTION -> false;
        };
    }

    /** One that is known: the logarithms of what was said of the possible answers, and which was right. */
    private record Case(double[] logs, int right) {}

    /**
     * That by which the truth of these rows is most probable, together with a prior: log T is normal around 0.
     *
     * @param said of rows that no network has learned from
     */
    public static Temperature fitted(TaskPredictions said) {
        var cases = cases(said.known()).toList();
        if (cases.isEmpty()) {
            return NONE;
        }
        // By u = log 1/T, of which the loss of each case is convex on the scale of 1/T.
        var slope = new Object() {
            double at(double u) {
                double inverse = Math.exp(u);
                double sum =
                        cases.stream().mapToDouble(one -> slope(one, inverse)).sum();
                return inverse * sum + u / (DEVIATION * DEVIATION);
            }
        };
        boolean inside = slope.at(-FARTHEST) < 0 && slope.at(FARTHEST) > 0;
        double u = inside
                ? new BrentSolver(1e-4).solve(STEPS, slope::at, -FARTHEST, FARTHEST, 0)
                : slope.at(0) > 0 ? -FARTHEST : FARTHEST;
        return new Temperature(Math.exp(-u));
    }

    /** Of the loss, by 1/T: what is said on average, less what was right. */
    private static double slope(Case one, double inverse) {
        var shares = scaled(one.logs(), inverse);
        double mean = 0;
        for (int c = 0; c < shares.length; c++) {
            mean += shares[c] * one.logs()[c];
        }
        return mean - one.logs()[one.right()];
    }

    private static Stream<Case> cases(TaskPredictions known) {
        int width = known.width();
        return IntStream.range(0, known.truth().length)
                .filter(i -> known.mask()[i] > 0)
                .mapToObj(i -> {
                    var scores = known.scores()[i / width];
                    return new Case(
                            known.task().type() == TaskType.MULTILABEL ? logs(scores[i % width]) : logs(scores),
                            (int) known.truth()[i]);
                });
    }

    /** The same rows with probabilities of this temperature. */
    public TaskPredictions of(TaskPredictions said) {
        if (value == 1) {
            return said;
        }
        boolean labels = said.task().type() == TaskType.MULTILABEL;
        return said.with(Arrays.stream(said.scores())
                .map(row -> labels ? apart(row) : together(row))
                .toArray(float[][]::new));
    }

    private float[] together(float[] row) {
        return floats(scaled(logs(row), 1 / value));
    }

    private float[] apart(float[] row) {
        var scaled = new double[row.length];
        Arrays.setAll(scaled, label -> scaled(logs(row[label]), 1 / value)[1]);
        return floats(scaled);
    }

    private static double[] logs(float yes) {
        return new double[] {Math.log(Math.max(1.0 - yes, FLOOR)), Math.log(Math.max(yes, FLOOR))};
    }

    private static double[] logs(float[] scores) {
        return IntStream.range(0, scores.length)
                .mapToDouble(c -> Math.log(Math.max(scores[c], FLOOR)))
                .toArray();
    }

    private static double[] scaled(double[] logs, double inverse) {
        double most = Arrays.stream(logs).max().orElse(0);
        var powers =
                Arrays.stream(logs).map(log -> Math.exp((log - most) * inverse)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private static float[] floats(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
