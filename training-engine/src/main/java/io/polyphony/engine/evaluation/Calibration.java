package io.polyphony.engine.evaluation;

import java.util.stream.IntStream;

/**
 * Whether probabilities are what they say, in bins of even width, those without rows left out: of the positive class for two
 * classes, of all labels together, else of the most probable class.
 *
 * @param said mean probability
 * @param found share of rows of which it was true
 * @param rows how many
 */
public record Calibration(double[] said, double[] found, long[] rows) {
    private static final int BINS = 10;

    /** Over what is known; empty for tasks without probabilities of a row. */
    public static Calibration of(TaskPredictions predictions) {
        return of(predictions, BINS);
    }

    static Calibration of(TaskPredictions predictions, int bins) {
        var known = predictions.known();
        var filling = new Filling(new double[bins], new double[bins], new long[bins]);
        for (int row = 0; row < known.rows(); row++) {
            switch (known.task().type()) {
                case BINARY -> filling.add(known.scores()[row][1], known.truth()[row] == 1);
                case MULTICLASS, ORDINAL -> {
                    int said = known.mostProbable(row);
                    filling.add(known.scores()[row][said], known.truth()[row] == said);
                }
                case MULTILABEL -> labels(known, row, filling);
                case REGRESSION, VECTOR, COUNT, FORECAST, SEGMENTATION, DETECTION -> {}
            }
        }
        return filling.means();
    }

    private static void labels(TaskPredictions known, int row, Filling filling) {
        for (int label = 0; label < known.width(); label++) {
            int cell = row * known.width() + label;
            if (known.mask()[cell] > 0) {
                filling.add(known.scores()[row][label], known.truth()[cell] > 0);
            }
        }
    }

    private record Filling(double[] sums, double[] hits, long[] rows) {
        void add(double said, boolean right) {
            int bin = Math.clamp((int) (said * rows.length), 0, rows.length - 1);
            sums[bin] += said;
            hits[bin] += right ? 1 : 0;
            rows[bin]++;
        }

        Calibration means() {
            var filled =
                    IntStream.range(0, rows.length).filter(bin -> rows[bin] > 0).toArray();
            return new Calibration(
                    IntStream.of(filled)
                            .mapToDouble(bin -> sums[bin] / rows[bin])
                            .toArray(),
                    IntStream.of(filled)
                            .mapToDouble(bin -> hits[bin] / rows[bin])
                            .toArray(),
                    IntStream.of(filled).mapToLong(bin -> rows[bin]).toArray());
        }
    }
}
