package io.polyphony.backend.trial;

import static java.util.Objects.requireNonNull;

import io.polyphony.engine.export.Bundle;

/** What a model says where its networks together say yes with a probability. */
final class Tempered {
    private Tempered() {}

    static double of(Bundle model, String task, double yes) {
        double power = 1 / requireNonNull(model.temperatures().get(task)).value();
        return Math.pow(yes, power) / (Math.pow(yes, power) + Math.pow(1 - yes, power));
    }
}
