package io.polyphony.engine.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well one class (against the rest) or label is told from every threshold on: recall by false positive rate is its ROC
 * curve, precision by recall its precision-recall curve. Thresholds descend from one that nothing reaches, whose precision is
 * 1 by convention.
 *
 * @param positives rows of the class
 * @param negatives the others
 * @param rocAuc null unless both occur
 * @param averagePrecision null without positives
 * @param precision of those said to be of the class, as many as thresholds
 */
public record OperatingCurve(
        String name,
        long positives,
        long negatives,
        @Nullable Double rocAuc,
        @Nullable Double averagePrecision,
        double[] thresholds,
        double[] falsePositiveRate,
        double[] recall,
        double[] precision) {

    /** More would lie on each other on every screen. */
    private static final int POINTS = 200;

    /** More could not be told apart. */
    private static final int CLASSES = 8;

    /** Of the positive class of a binary task, or of the most frequent classes or labels, over what is known. */
    public static List<OperatingCurve> of(TaskPredictions predictions) {
        var known = predictions.known();
        return switch (known.task().type()) {
            case BINARY ->
                List.of(Classification.againstRest(known, 1)
                        .curve(known.classes().get(1)));
            case MULTICLASS, ORDINAL -> frequent(known, Classification::againstRest);
            case MULTILABEL -> frequent(known, LabelSets::ranking);
            case REGRESSION, VECTOR, COUNT, FORECAST, SEGMENTATION, DETECTION -> List.of();
        };
    }

    private interface Ranked {
        Ranking of(TaskPredictions predictions, int place);
    }

    private static List<OperatingCurve> frequent(TaskPredictions known, Ranked ranked) {
        return IntStream.range(0, known.classes().size())
                .mapToObj(place -> ranked.of(known, place).curve(known.classes().get(place)))
                .filter(curve -> curve.positives > 0)
                .sorted(Comparator.comparingLong(OperatingCurve::positives).reversed())
                .limit(CLASSES)
                .toList();
    }

    /** The same with few enough points; every bend that can be seen stays. */
    OperatingCurve thinned() {
        var kept = new ArrayList<Integer>();
        double reach = 0;
        for (int i = 0; i < thresholds.length; i++) {
            double way = falsePositiveRate[i] + recall[i];
            if (i == 0 || i == thresholds.length - 1 || way >= reach) {
                kept.add(i);
                reach = (Math.floor(way * POINTS / 2) + 1) * 2 / POINTS;
            }
        }
        return new OperatingCurve(
                name,
                positives,
                negatives,
                rocAuc,
                averagePrecision,
                at(thresholds, kept),
                at(falsePositiveRate, kept),
                at(recall, kept),
                at(precision, kept));
    }

    private static double[] at(double[] values, List<Integer> places) {
        return places.stream().mapToDouble(place -> values[place]).toArray();
    }
}
