package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What is to be told of rows, as numbers that tests compare: one of each class, label or quantity; NaN where nobody knows. */
final class TargetScores {
    private TargetScores() {}

    /** Whether columns can be tested against such answers; those on pictures and over time cannot. */
    static boolean testable(TaskType type) {
        return switch (type) {
            case BINARY, MULTICLASS, ORDINAL, MULTILABEL, REGRESSION, COUNT, VECTOR -> true;
            case FORECAST, SEGMENTATION, DETECTION -> false;
        };
    }

    /** Quantities and what has an order as ranks; else 1 for rows of the class. */
    static List<double[]> of(TaskLabels labels) {
        var scores = new ArrayList<double[]>();
        switch (labels.type()) {
            case BINARY, MULTILABEL -> {
                for (int place = 0; place < labels.width(); place++) {
                    scores.add(values(labels, place, value -> value));
                }
            }
            case MULTICLASS -> {
                for (int code = 0; code < labels.classes().size(); code++) {
                    int wanted = code;
                    scores.add(values(labels, 0, value -> value == wanted ? 1 : 0));
                }
            }
            case ORDINAL, REGRESSION, COUNT, VECTOR -> {
                for (int place = 0; place < labels.width(); place++) {
                    scores.add(ScreenedColumn.ranks(values(labels, place, value -> value)));
                }
            }
            case FORECAST, SEGMENTATION, DETECTION -> {}
        }
        return scores;
    }

    private static double[] values(TaskLabels labels, int place, DoubleUnaryOperator read) {
        var values = new double[labels.rows()];
        Arrays.setAll(values, row -> {
            int at = row * labels.width() + place;
            return labels.mask()[at] > 0 ? read.applyAsDouble(labels.values()[at]) : Double.NaN;
        });
        return values;
    }
}
