package io.polyphony.engine.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each class was taken for which.
 *
 * @param counts by true class, then by predicted class
 */
public record ConfusionMatrix(List<String> classes, long[][] counts) {

    public ConfusionMatrix {
        classes = List.copyOf(classes);
    }

    /** Of the rows whose truth is known. */
    public static ConfusionMatrix of(TaskPredictions predictions) {
        var counts =
                new long[predictions.classes().size()][predictions.classes().size()];
        for (var row = 0; row < predictions.rows(); row++) {
            if (predictions.mask()[row] > 0) {
                counts[(int) predictions.truth()[row]][predictions.predictedClass(row)]++;
            }
        }
        return new ConfusionMatrix(predictions.classes(), counts);
    }

    public long total() {
        return all().map(this::actual).sum();
    }

    /** Share of rows on the diagonal; NaN without rows. */
    public double accuracy() {
        return (double) all().map(c -> (int) counts[c][c]).sum() / total();
    }

    private IntStream all() {
        return IntStream.range(0, counts.length);
    }

    private int actual(int c) {
        return (int) all().mapToLong(other -> counts[c][other]).sum();
    }
}
