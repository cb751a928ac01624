package io.polyphony.engine.training;

/** What forecasts say before the first step, where the network reads the past of their own column. */
public enum ForecastStart {
    /** The last value. */
    REPEATED,
    /** The linear map of the past that tells train rows best, found in closed form. */
    FITTED
}
