package io.polyphony.engine.optimizer;

/** Always the peak learning rate. */
public record ConstantSchedule() implements ScheduleSpec {
    @Override
    public double factor(long step, long steps) {
        return 1;
    }
}
