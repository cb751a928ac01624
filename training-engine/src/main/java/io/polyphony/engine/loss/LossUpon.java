package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.op.Twin;

/** Another way to teach what a plain loss asks for: outputs, answers and what they become in ONNX are those of the plain one. */
interface LossUpon extends TaskLoss {

    TaskLoss plain();

    @Override
    default int width() {
        return plain().width();
    }

    @Override
    default float[] answer(float[] outputs, int row) {
        return plain().answer(outputs, row);
    }

    @Override
    default float[] slope(float[] outputs, int row, float[] weights) {
        return plain().slope(outputs, row, weights);
    }

    @Override
    default String onnx(Twin twin, String outputs) {
        return plain().onnx(twin, outputs);
    }

    /** Near the best, which has no closed form. */
    @Override
    default float[] constant(TaskLabels labels) {
        return plain().constant(labels);
    }
}
