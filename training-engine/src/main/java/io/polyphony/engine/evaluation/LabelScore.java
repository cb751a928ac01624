package io.polyphony.engine.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well one label of a multilabel task is told. Undefined figures are null.
 *
 * @param there rows that have the label
 * @param predicted rows that were said to have it
 * @param precision at the label's threshold, as are recall and F1
 */
public record LabelScore(
        String label,
        long there,
        long predicted,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double f1,
        @Nullable Double rocAuc,
        @Nullable Double averagePrecision) {

    /** Of each label, over the rows whose truth is known. */
    public static List<LabelScore> of(TaskPredictions predictions) {
        var known = predictions.known();
        return IntStream.range(0, known.width())
                .mapToObj(label -> LabelSets.score(known, label))
                .toList();
    }
}
