package io.polyphony.engine.loss;

import io.polyphony.engine.data.Boxes;
import java.util.ArrayList;
import java.util.function.DoubleUnaryOperator;

/**
 * What a cell says best that sees nothing: of each class the logit with the least focal loss, of places and sizes their
 * medians.
 *
 * @param rows in the layout of {@link Boxes}
 */
record ConstantBox(int cells, int classes, SceneRows rows) {
    private static final double FARTHEST = 15;
    private static final int STEPS = 60;

    float[] answer() {
        var answer = new float[classes + Boxes.PLACE];
        for (int channel = 0; channel < answer.length; channel++) {
            answer[channel] = channel < classes ? logit(channel) : median(channel);
        }
        return answer;
    }

    /** Of all cells together: a (1 - p)^2 -log p + b p^2 -log(1 - p), which has but one minimum. */
    private float logit(int channel) {
        double near = 0;
        double far = 0;
        for (var row : rows.rows()) {
            double share = 1.0 / Math.max(1, things(row));
            for (int i = channel; i < row.targets().length; i += classes + Boxes.PLACE) {
                near += row.targets()[i] == 1 ? share : 0;
                far += row.targets()[i] == 1 ? 0 : share * Math.pow(1 - row.targets()[i], 4);
            }
        }
        double a = near;
        double b = far;
        return (float) least(logit -> {
            double p = BinaryCrossEntropy.probability(logit);
            double q = BinaryCrossEntropy.probability(-logit);
            return -a * q * q * Math.log(p) - b * p * p * Math.log(q);
        });
    }

    private int things(SceneRows.Row row) {
        int things = 0;
        for (int i = 0; i < row.targets().length; i++) {
            things += i % (classes + Boxes.PLACE) < classes && row.targets()[i] == 1 ? 1 : 0;
        }
        return things;
    }

    private static double least(DoubleUnaryOperator of) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < STEPS; i++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (of.applyAsDouble(left) < of.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    private float median(int channel) {
        var known = new ArrayList<Float>();
        for (var row : rows.rows()) {
            for (int i = channel; i < row.targets().length; i += classes + Boxes.PLACE) {
                if (row.known()[i] > 0) {
                    known.add(row.targets()[i]);
                }
            }
        }
        known.sort(null);
        return known.isEmpty() ? 0 : known.get(known.size() / 2);
    }
}
