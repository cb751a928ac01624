package io.polyphony.engine.optimizer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the learning rate changes over training. To add a schedule: one record in this package, one line here, one test. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "constant", value = ConstantSchedule.class),
    @Type(name = "cosine", value = CosineSchedule.class),
    @Type(name = "one_cycle", value = OneCycleSchedule.class),
    @Type(name = "step", value = StepSchedule.class),
    @Type(name = "exponential", value = ExponentialSchedule.class),
    @Type(name = "plateau", value = PlateauSchedule.class),
    @Type(name = "warm_up", value = WarmUp.class)
})
public sealed interface ScheduleSpec
        permits ConstantSchedule,
                CosineSchedule,
                OneCycleSchedule,
                StepSchedule,
                ExponentialSchedule,
                PlateauSchedule,
                WarmUp {

    /** The share of the peak learning rate to use at a 0-based step of a training of so many steps, 0..1. */
    double factor(long step, long steps);

    /**
     * The same where validation has a say.
     *
     * @param stalls how often the score has not got better for {@link #patience} epochs
     */
    default double factor(long step, long steps, int stalls) {
        return factor(step, steps);
    }

    /** Epochs without a better score that make a stall; 0 for never. */
    default int patience() {
        return 0;
    }
}
