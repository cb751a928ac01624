package io.polyphony.engine.training;

import io.polyphony.engine.optimizer.Optimizer;
import io.polyphony.engine.program.Ownership;

/**
 * Turns the rates of tasks and inputs into those of parameters, epoch by epoch.
 *
 * @param several whether there are several tasks
 */
record Rates(RateSpec spec, Ownership ownership, boolean several) {

    /** From this 1-based epoch on. */
    void beginEpoch(int epoch, Optimizer optimizer) {
        optimizer.rates(parameter -> rate(parameter, epoch));
    }

    /** The factor on the learning rate of a parameter in a 1-based epoch. */
    double rate(String parameter, int epoch) {
        var input = ownership.parts().get(parameter);
        if (input != null && epoch <= spec.frozen().getOrDefault(input, 0)) {
            return 0;
        }
        var task = several ? ownership.outputs().get(parameter) : null;
        return task == null ? 1 : spec.tasks().getOrDefault(task, 1.0);
    }
}
