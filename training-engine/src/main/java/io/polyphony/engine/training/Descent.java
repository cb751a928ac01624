package io.polyphony.engine.training;

import io.polyphony.engine.optimizer.Optimizer;
import io.polyphony.engine.optimizer.RunningAverage;
import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.program.Program;
import org.jspecify.annotations.Nullable;

/** From the gradient in the program to the next weights: schedule, optimizer, rates of parts, running average. */
final class Descent {
    private final DescentSpec spec;
    private final long steps;
    private final Rates rates;
    private final Parameters parameters;
    private final Held held;
    private final float[] buffer;
    final Optimizer optimizer;
    final @Nullable RunningAverage average;

    /** How often the schedule was told of a stall. */
    int stalls;

    /** Of the last step. */
    double learningRate;

    /** @param steps of the whole training, for the schedule */
    Descent(TrainingSpec spec, Program program, Held held, boolean severalTasks, long steps) {
        this.spec = spec.descent();
        this.steps = steps;
        this.held = held;
        this.parameters = program.parameters();
        this.buffer = new float[held.dense().isEmpty() ? 0 : parameters.values().size()];
        this.optimizer = new Optimizer(program.parameters(), this.spec.optimizer(), this.spec.clipNorm());
        this.rates = new Rates(this.spec.rates(), program.ownership(), severalTasks);
        // A step keeps so much of the average that it forgets over the wanted number of epochs.
        double span = this.spec.averaging() * steps / spec.pace().epochs();
        this.average = span > 0 ? new RunningAverage(program.parameters(), optimizer, Math.exp(-1 / span)) : null;
    }

    /** Before the first step of a 1-based epoch, or the first one after a pause within it. */
    void enterEpoch(int epoch) {
        rates.beginEpoch(epoch, optimizer);
    }

    /** Moves the weights; returns the gradient's norm, and where that is no number nothing moved. */
    double step() {
        learningRate = spec.optimizer().learningRate() * spec.schedule().factor(optimizer.steps(), steps, stalls);
        held.quieten(parameters, buffer);
        if (average != null) {
            average.beforeStep();
        }
        double norm = optimizer.step(learningRate);
        if (average != null) {
            average.afterStep();
        }
        return norm;
    }

    /** Puts the averaged weights, if there are any, in the program until they are given back. */
    void lendAverage() {
        if (average != null) {
            average.lend();
        }
    }

    void giveBackAverage() {
        if (average != null) {
            average.giveBack();
        }
    }
}
