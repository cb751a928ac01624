package io.polyphony.engine.optimizer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the learning rate changes over training. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "constant", value = ConstantSchedule.class),
    @Type(name = "cosine", value = CosineSchedule.class)
})
public sealed interface ScheduleSpec permits ConstantSchedule, CosineSchedule {

    /** The share of the peak learning rate to use at a 0-based step of a training of so many steps, 0..1. */
    double factor(long step, long steps);
}
