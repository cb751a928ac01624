package io.polyphony.backend.model;

import io.polyphony.backend.trial.FoundBox;
import io.polyphony.backend.trial.MaskImage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about one task of one row.
 *
 * @param value the predicted value of a regression or count, in the target's own units; else null
 * @param label the class that the row is said to be of; null where a row has not exactly one
 * @param labels of a multilabel task, those whose probability reaches their threshold; else null
 * @param values of a forecast, the next steps in the target's own units, nearest first; of a vector, its numbers; else null
 * @param mask of a segmentation, else null
 * @param boxes of a detection, those with a probability of at least 0.3 in pixels of the row's picture, the most probable
 *     first; else null
 * @param probabilities by class or label; empty for quantities
 * @param thresholds from which probability on it was said, by class or label; empty where the most probable is
 */
public record Prediction(
        @Nullable Double value,
        @Nullable String label,
        @Nullable List<String> labels,
        @Nullable List<Double> values,
        @Nullable MaskImage mask,
        @Nullable List<FoundBox> boxes,
        Map<String, Double> probabilities,
        Map<String, Double> thresholds) {

    static Prediction ofValue(double value) {
        return new Prediction(value, null, null, null, null, null, Map.of(), Map.of());
    }

    static Prediction ofClass(String label, Map<String, Double> probabilities, Map<String, Double> thresholds) {
        return new Prediction(null, label, null, null, null, null, probabilities, thresholds);
    }

    static Prediction ofLabels(List<String> labels, Map<String, Double> probabilities, Map<String, Double> thresholds) {
        return new Prediction(null, null, labels, null, null, null, probabilities, thresholds);
    }

    static Prediction ofSteps(List<Double> values) {
        return new Prediction(null, null, null, values, null, null, Map.of(), Map.of());
    }

    static Prediction ofMask(MaskImage mask) {
        return new Prediction(null, null, null, null, mask, null, Map.of(), Map.of());
    }

    static Prediction ofBoxes(List<FoundBox> boxes) {
        return new Prediction(null, null, null, null, null, boxes, Map.of(), Map.of());
    }
}
