package io.polyphony.engine.optimizer;

class AdamWTest extends OptimizerContract {
    @Override
    OptimizerSpec spec() {
        return new AdamW(RATE, DECAY);
    }

    /** Loshchilov and Hutter, algorithm 2; the decay is the contract's. */
    @Override
    double change(double g, double[] memory, int t) {
        memory[0] = 0.9 * memory[0] + 0.1 * g;
        memory[1] = 0.999 * memory[1] + 0.001 * g * g;
        return RATE * (memory[0] / (1 - Math.pow(0.9, t))) / (Math.sqrt(memory[1] / (1 - Math.pow(0.999, t))) + 1e-8);
    }
}
