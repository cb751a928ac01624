package io.polyphony.engine.explanation;

import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.evaluation.Temperature;
import io.polyphony.engine.loss.Losses;
import io.polyphony.engine.loss.TaskLoss;
import java.util.Arrays;

/**
 * What raw outputs say, at a temperature T: those of which probabilities are made are divided by T first (Guo et al. 2017).
 *
 * @param divisor T; 1 where no probabilities are said
 */
record Voice(TaskLoss loss, float divisor) {
    static Voice of(TaskCodec codec, Temperature temperature) {
        boolean tempered = Temperature.fit(codec.task().type());
        return new Voice(Losses.forAnswers(codec), tempered ? (float) temperature.value() : 1);
    }

    /** As {@link TaskLoss#answer}. */
    float[] answer(float[] outputs, int row) {
        return loss.answer(divided(outputs, row), 0);
    }

    /** As {@link TaskLoss#slope}. */
    float[] slope(float[] outputs, int row, float[] weights) {
        return divided(loss.slope(divided(outputs, row), 0, weights), 0);
    }

    private float[] divided(float[] numbers, int row) {
        int width = loss.width();
        var own = Arrays.copyOfRange(numbers, row * width, (row + 1) * width);
        for (int i = 0; i < own.length; i++) {
            own[i] /= divisor;
        }
        return own;
    }
}
