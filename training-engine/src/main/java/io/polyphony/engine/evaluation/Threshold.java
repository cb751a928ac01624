package io.polyphony.engine.evaluation;

import java.util.Arrays;

/**
 * From which probability of the positive class on a binary task says yes.
 *
 * @param value above 0 and below 1; without tuning 0.5
 */
public record Threshold(double value) {
    private static final int MOST = 200;

    public Threshold {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("The threshold (%s) must lie between 0 and 1.".formatted(value));
        }
    }

    /**
     * The threshold at which a metric is best on these rows: on validation rows, never on test rows. Tried are one half and
     * up to 200 places between neighbouring probabilities; of equally good ones, the nearest to one half.
     *
     * @param predictions of a binary task
     * @param metric one that depends on the decisions, such as {@link Metrics#F1} or {@link Metrics#BALANCED_ACCURACY}
     */
    public static Threshold tuned(TaskPredictions predictions, String metric) {
        var known = predictions.known();
        var info = Metrics.info(metric);
        var best = new Threshold(0.5);
        double reached = Metrics.evaluate(metric, known);
        for (double place : places(known)) {
            var other = new Threshold(place);
            double value = Metrics.evaluate(metric, other.applied(known));
            if (info.better(value, reached)) {
                best = other;
                reached = value;
            }
        }
        return best;
    }

    /** Between the probabilities that occur, nearest to one half first. */
    private static double[] places(TaskPredictions known) {
        var sorted = Arrays.stream(known.scores())
                .mapToDouble(row -> row[1])
                .sorted()
                .distinct()
                .toArray();
        int count = Math.min(MOST, Math.max(0, sorted.length - 1));
        var places = new Double[count];
        for (int i = 0; i < count; i++) {
            int at = (int) ((long) i * (sorted.length - 1) / count);
            places[i] = (sorted[at] + sorted[at + 1]) / 2;
        }
        Arrays.sort(places, (first, second) -> Double.compare(Math.abs(first - 0.5), Math.abs(second - 0.5)));
        return Arrays.stream(places).mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether a probability says yes. */
    public boolean says(double probability) {
        return probability >= value;
    }

    /** The same ranking with the threshold moved to one half, so that the more probable class is what is decided. */
    public TaskPredictions applied(TaskPredictions predictions) {
        var scores = new float[predictions.rows()][];
        for (int row = 0; row < scores.length; row++) {
            double p = predictions.scores()[row][1];
            double moved = p < value ? 0.5 * p / value : 0.5 + 0.5 * (p - value) / (1 - value);
            // At the threshold both classes would be equally probable, and the first be taken.
            float yes = says(p) ? Math.max(Math.nextUp(0.5f), (float) moved) : Math.min(0.5f, (float) moved);
            scores[row] = new float[] {1 - yes, yes};
        }
        return predictions.with(scores);
    }
}
