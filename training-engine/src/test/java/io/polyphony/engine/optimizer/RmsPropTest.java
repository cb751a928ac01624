package io.polyphony.engine.optimizer;

class RmsPropTest extends OptimizerContract {
    @Override
    OptimizerSpec spec() {
        return new RmsProp(RATE, DECAY);
    }

    /** keras.optimizers.RMSprop with its defaults. */
    @Override
    double change(double g, double[] memory, int t) {
        memory[0] = 0.9 * memory[0] + 0.1 * g * g;
        return RATE * g / Math.sqrt(memory[0] + 1e-7);
    }
}
