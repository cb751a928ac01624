package io.polyphony.engine.optimizer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How parameters move. To add an optimizer: one record in this package, one line here, one test. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "adam", value = Adam.class),
    @Type(name = "adamw", value = AdamW.class),
    @Type(name = "sgd", value = Sgd.class),
    @Type(name = "rmsprop", value = RmsProp.class),
    @Type(name = "lion", value = Lion.class)
})
public sealed interface OptimizerSpec permits Adam, AdamW, Sgd, RmsProp, Lion {

    /** The peak learning rate; the schedule scales it. */
    double learningRate();

    /** A step shrinks weights, but neither biases nor norms, by learning rate x decay. */
    double weightDecay();

    /** How numbers move. Not part of the JSON. */
    UpdateRule rule();
}
