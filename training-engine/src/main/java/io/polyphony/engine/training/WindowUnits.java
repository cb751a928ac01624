package io.polyphony.engine.training;

import io.polyphony.engine.data.TaskLabels;

/**
 * The units in which errors of rows count: forecasts of what is small count as much as those of what is large.
 *
 * @param byRow positive, in the scale of the targets
 */
@SuppressWarnings("ArrayRecordComponent")
record WindowUnits(float[] byRow) {

    /** Divides the numbers of these rows, so many each. */
    void divide(float[] numbers, int[] rows, int width) {
        for (int i = 0; i < rows.length * width; i++) {
            numbers[i] /= byRow[rows[i / width]];
        }
    }

    /** The mean squared error of repeating the past, by which losses of forecasts in such units are brought to a common scale. */
    double lossOfRepeating(TaskLabels labels) {
        double sum = 0;
        double known = 0;
        for (int i = 0; i < labels.values().length; i++) {
            double error = (labels.repeated().steps()[i] - labels.values()[i]) / byRow[i / labels.width()];
            sum += labels.mask()[i] * error * error;
            known += labels.mask()[i];
        }
        return known == 0 ? 0 : sum / known;
    }
}
