package io.polyphony.engine.evaluation;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Metrics of sets of labels, over the cells whose truth is known. A label is predicted from its threshold on. Undefined ones
 * are NaN.
 */
final class LabelSets {

    private LabelSets() {}

    /**
     * How often a label was told right and wrong.
     *
     * @param rest rows that neither have it nor are said to
     */
    record Tally(long hits, long extra, long missed, long rest) {
        private static final Tally NONE = new Tally(0, 0, 0, 0);

        private Tally plus(Tally other) {
            return new Tally(hits + other.hits, extra + other.extra, missed + other.missed, rest + other.rest);
        }

        long rows() {
            return hits + extra + missed + rest;
        }

        double precision() {
            return (double) hits / (hits + extra);
        }

        double recall() {
            return (double) hits / (hits + missed);
        }

        double f1() {
            return 2.0 * hits / (2 * hits + extra + missed);
        }
    }

    /** Over all rows and labels at once. */
    static double micro(TaskPredictions predictions, ToDoubleFunction<Tally> of) {
        return of.applyAsDouble(all(predictions));
    }

    /** The mean of the labels; 0 for one of which it is unknown, as nothing shows that it can be told. */
    static double macro(TaskPredictions predictions, ToDoubleFunction<Tally> of) {
        return IntStream.range(0, predictions.width())
                .mapToDouble(label -> of.applyAsDouble(tally(predictions, label)))
                .map(value -> Double.isNaN(value) ? 0 : value)
                .average()
                .orElse(Double.NaN);
    }

    /** Share of rows whose set is exactly the true one, as far as that is known. */
    static double subsetAccuracy(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> IntStream.range(0, predictions.width())
                                .filter(label -> known(predictions, row, label))
                                .allMatch(label -> there(predictions, row, label) == predictions.says(row, label))
                        ? 1
                        : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** Share of wrong answers over all rows and labels. */
    static double hammingLoss(TaskPredictions predictions) {
        var all = all(predictions);
        return (double) (all.extra() + all.missed()) / all.rows();
    }

    /** Mean ROC-AUC of the labels that some rows have and some have not. */
    static double rocAuc(TaskPredictions predictions) {
        return mean(predictions, Ranking::rocAuc);
    }

    /** Mean average precision of the same labels. */
    static double averagePrecision(TaskPredictions predictions) {
        return mean(predictions, Ranking::averagePrecision);
    }

    /** Of all cells in one order. */
    static Ranking together(TaskPredictions predictions) {
        return ranking(predictions, IntStream.range(0, predictions.width()).toArray());
    }

    /** All about one label. */
    static LabelScore score(TaskPredictions predictions, int label) {
        var tally = tally(predictions, label);
        var ranking = ranking(predictions, label);
        return new LabelScore(
                predictions.classes().get(label),
                tally.hits() + tally.missed(),
                tally.hits() + tally.extra(),
                MetricInfo.defined(tally.precision()),
                MetricInfo.defined(tally.recall()),
                MetricInfo.defined(tally.f1()),
                MetricInfo.defined(ranking.rocAuc()),
                MetricInfo.defined(ranking.averagePrecision()));
    }

    private static Tally all(TaskPredictions predictions) {
        var all = Tally.NONE;
        for (var label = 0; label < predictions.width(); label++) {
            all = all.plus(tally(predictions, label));
        }
        return all;
    }

    static Tally tally(TaskPredictions predictions, int label) {
        var counts = new long[2][2];
        for (var row = 0; row < predictions.rows(); row++) {
            if (known(predictions, row, label)) {
                counts[there(predictions, row, label) ? 1 : 0][predictions.says(row, label) ? 1 : 0]++;
            }
        }
        return new Tally(counts[1][1], counts[0][1], counts[1][0], counts[0][0]);
    }

    private static double mean(TaskPredictions predictions, ToDoubleFunction<Ranking> of) {
        return IntStream.range(0, predictions.width())
                .mapToObj(label -> ranking(predictions, label))
                .filter(ranking -> Double.isFinite(ranking.rocAuc()))
                .mapToDouble(of)
                .average()
                .orElse(Double.NaN);
    }

    /** The known cells of these labels by their probability. */
    static Ranking ranking(TaskPredictions predictions, int... labels) {
        var cells = IntStream.range(0, predictions.rows() * labels.length)
                .filter(cell -> known(predictions, cell / labels.length, labels[cell % labels.length]))
                .toArray();
        var scores = new float[cells.length];
        var positive = new boolean[cells.length];
        for (var i = 0; i < cells.length; i++) {
            var row = cells[i] / labels.length;
            var label = labels[cells[i] % labels.length];
            scores[i] = predictions.scores()[row][label];
            positive[i] = there(predictions, row, label);
        }
        return new Ranking(scores, positive);
    }

    private static boolean there(TaskPredictions predictions, int row, int label) {
        return predictions.truth()[row * predictions.width() + label] > 0;
    }

    private static boolean known(TaskPredictions predictions, int row, int label) {
        return predictions.mask()[row * predictions.width() + label] > 0;
    }
}
