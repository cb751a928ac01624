package io.polyphony.engine.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How well one label of a multilabel task is told. Undefined figures are NaN.
 *
 * @param there rows that have the label
 * @param predicted rows that were said to have it
 * @param f1 at a probability of one half
 */
public record LabelScore(String label, long there, long predicted, double f1, double rocAuc, double averagePrecision) {

    /** Of each label, over the rows whose truth is known. */
    public static List<LabelScore> of(TaskPredictions predictions) {
        var known = predictions.known();
        return IntStream.range(0, known.width())
                .mapToObj(label -> LabelSets.score(known, label))
                .toList();
    }
}
