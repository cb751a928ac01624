package io.polyphony.engine.evaluation;

/**
 * How a forecast errs by step ahead, in units of the train values' deviation.
 *
 * @param mse mean squared error, by step
 * @param mae mean absolute error, by step
 * @param naive mean squared error of repeating the last season, by step
 */
public record StepErrors(double[] mse, double[] mae, double[] naive) {

    /** Over the rows of whose truth anything is known. */
    public static StepErrors of(TaskPredictions predictions) {
        var known = predictions.known();
        return new StepErrors(Forecasts.mseByStep(known), Forecasts.maeByStep(known), Forecasts.naiveByStep(known));
    }
}
