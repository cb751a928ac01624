package io.polyphony.engine.evaluation;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Metrics of sets of labels; every row's truth is known here. A label is predicted from a probability of one half on.
 * Undefined ones are NaN.
 */
final class LabelSets {

    private LabelSets() {}

    /** F1 over all rows and labels at once. */
    static double microF1(TaskPredictions predictions) {
        var all = new Tally(0, 0, 0);
        for (var label = 0; label < predictions.width(); label++) {
            all = all.plus(tally(predictions, label));
        }
        return all.f1();
    }

    /** Mean F1 of the labels; 0 for one that is neither there nor predicted anywhere, as its share of hits is unknown. */
    static double macroF1(TaskPredictions predictions) {
        return IntStream.range(0, predictions.width())
                .mapToDouble(label -> tally(predictions, label).f1())
                .map(f1 -> Double.isNaN(f1) ? 0 : f1)
                .average()
                .orElse(Double.NaN);
    }

    /** Share of rows whose set is exactly the true one. */
    static double subsetAccuracy(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> IntStream.range(0, predictions.width())
                                .allMatch(label -> there(predictions, row, label) == predicted(predictions, row, label))
                        ? 1
                        : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** Share of wrong answers over all rows and labels. */
    static double hammingLoss(TaskPredictions predictions) {
        var wrong = IntStream.range(0, predictions.width())
                .mapToObj(label -> tally(predictions, label))
                .mapToLong(tally -> tally.extra() + tally.missed())
                .sum();
        return (double) wrong / ((long) predictions.rows() * predictions.width());
    }

    /** Mean ROC-AUC of the labels that some rows have and some have not. */
    static double rocAuc(TaskPredictions predictions) {
        return mean(predictions, Ranking::rocAuc);
    }

    /** Mean average precision of the same labels. */
    static double averagePrecision(TaskPredictions predictions) {
        return mean(predictions, Ranking::averagePrecision);
    }

    /** All about one label. */
    static LabelScore score(TaskPredictions predictions, int label) {
        var tally = tally(predictions, label);
        var ranking = ranking(predictions, label);
        return new LabelScore(
                predictions.classes().get(label),
                tally.hits() + tally.missed(),
                tally.hits() + tally.extra(),
                tally.f1(),
                ranking.rocAuc(),
                ranking.averagePrecision());
    }

    private record Tally(long hits, long extra, long missed) {
        Tally plus(Tally other) {
            return new Tally(hits + other.hits, extra + other.extra, missed + other.missed);
        }

        double f1() {
            return 2.0 * hits / (2 * hits + extra + missed);
        }
    }

    private static Tally tally(TaskPredictions predictions, int label) {
        var counts = new long[2][2];
        for (var row = 0; row < predictions.rows(); row++) {
            counts[there(predictions, row, label) ? 1 : 0][predicted(predictions, row, label) ? 1 : 0]++;
        }
        return new Tally(counts[1][1], counts[0][1], counts[1][0]);
    }

    private static double mean(TaskPredictions predictions, ToDoubleFunction<Ranking> of) {
        return IntStream.range(0, predictions.width())
                .mapToObj(label -> ranking(predictions, label))
                .filter(ranking -> Double.isFinite(ranking.rocAuc()))
                .mapToDouble(of)
                .average()
                .orElse(Double.NaN);
    }

    private static Ranking ranking(TaskPredictions predictions, int label) {
        var scores = new float[predictions.rows()];
        var positive = new boolean[scores.length];
        for (var row = 0; row < scores.length; row++) {
            scores[row] = predictions.scores()[row][label];
            positive[row] = there(predictions, row, label);
        }
        return new Ranking(scores, positive);
    }

    private static boolean there(TaskPredictions predictions, int row, int label) {
        return predictions.truth()[row * predictions.width() + label] > 0;
    }

    /** Whether a probability says that the label is there. */
    static boolean says(float probability) {
        return probability >= 0.5f;
    }

    private static boolean predicted(TaskPredictions predictions, int row, int label) {
        return says(predictions.scores()[row][label]);
    }
}
