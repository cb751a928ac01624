package io.polyphony.engine.training;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.loss.SoftTargets;
import io.polyphony.engine.loss.TaskLoss;
import io.polyphony.engine.tensor.Check;

/**
 * What a teacher says of every training row of one task, to be learned beside the labels or instead of them.
 *
 * @param targets of the rows, in their order
 * @param share of the teacher in the loss, 0..1; the rest is the labels'
 */
public record Taught(SoftTargets targets, double share) {
    public Taught {
        Check.range("share", share, 0, 1);
    }

    /** The labels with the teacher's answers behind each row's own targets. Rows without a label are taught all the same. */
    TaskLabels beside(TaskLabels labels) {
        int own = labels.width();
        int width = own + targets.width();
        if (targets.rows() != labels.rows()) {
            throw new IllegalArgumentException(
                    "The teacher answers %d rows of the task (%s), but there are %d.\nMaybe it was asked about other rows."
                            .formatted(targets.rows(), labels.task(), labels.rows()));
        }
        var values = new float[labels.rows() * width];
        var mask = new float[values.length];
        for (int row = 0; row < labels.rows(); row++) {
            System.arraycopy(labels.values(), row * own, values, row * width, own);
            System.arraycopy(labels.mask(), row * own, mask, row * width, own);
            for (int k = 0; k < targets.width(); k++) {
                values[row * width + own + k] = targets.values()[row * targets.width() + k];
                mask[row * width + own + k] = 1;
            }
        }
        return new TaskLabels(
                labels.task(), labels.type(), labels.classes(), values, mask, labels.mean(), labels.deviation(), width);
    }

    /** The loss of both; on labels alone it is the plain one. */
    TaskLoss loss(TaskLoss plain, TaskLabels labels) {
        return targets.loss(plain, labels.width(), share);
    }
}
