package io.polyphony.engine.optimizer;

class AdamTest extends OptimizerContract {
    @Override
    OptimizerSpec spec() {
        return new Adam(RATE);
    }

    /** Kingma and Ba, algorithm 1. */
    @Override
    double change(double g, double[] memory, int t) {
        memory[0] = 0.9 * memory[0] + 0.1 * g;
        memory[1] = 0.999 * memory[1] + 0.001 * g * g;
        return RATE * (memory[0] / (1 - Math.pow(0.9, t))) / (Math.sqrt(memory[1] / (1 - Math.pow(0.999, t))) + 1e-8);
    }
}
