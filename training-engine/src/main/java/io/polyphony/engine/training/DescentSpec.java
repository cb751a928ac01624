package io.polyphony.engine.training;

import io.polyphony.engine.optimizer.OptimizerSpec;
import io.polyphony.engine.optimizer.ScheduleSpec;
import io.polyphony.engine.tensor.Check;

/**
 * How parameters move.
 *
 * @param clipNorm largest Euclidean norm of the gradient, 0 for no limit
 * @param averaging epochs over which weights are averaged, exponentially, for validation and export, 0..100; 0 for none
 * @param rates parts of the network that learn faster or slower than the rest
 * @param start where forecasts begin
 */
public record DescentSpec(
        OptimizerSpec optimizer,
        ScheduleSpec schedule,
        double clipNorm,
        double averaging,
        RateSpec rates,
        ForecastStart start) {
    public DescentSpec {
        Check.range("clipNorm", clipNorm, 0, 1e9);
        Check.range("averaging", averaging, 0, 100);
    }

    /** Everything learns at the same rate. */
    public DescentSpec(OptimizerSpec optimizer, ScheduleSpec schedule, double clipNorm, double averaging) {
        this(optimizer, schedule, clipNorm, averaging, RateSpec.EVEN, ForecastStart.REPEATED);
    }

    /** Gradients as they are, weights as they are. */
    public static DescentSpec of(OptimizerSpec optimizer, ScheduleSpec schedule) {
        return new DescentSpec(optimizer, schedule, 0, 0);
    }

    /** The same with gradients of at most that norm. */
    public DescentSpec clipped(double norm) {
        return new DescentSpec(optimizer, schedule, norm, averaging, rates, start);
    }

    /** The same with weights averaged over so many epochs. */
    public DescentSpec averaged(double epochs) {
        return new DescentSpec(optimizer, schedule, clipNorm, epochs, rates, start);
    }

    /** The same with parts that learn at rates of their own. */
    public DescentSpec at(RateSpec ofParts) {
        return new DescentSpec(optimizer, schedule, clipNorm, averaging, ofParts, start);
    }

    /** The same with forecasts that begin otherwise. */
    public DescentSpec from(ForecastStart other) {
        return new DescentSpec(optimizer, schedule, clipNorm, averaging, rates, other);
    }
}
