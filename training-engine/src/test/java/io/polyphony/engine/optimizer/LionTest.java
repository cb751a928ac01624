package io.polyphony.engine.optimizer;

class LionTest extends OptimizerContract {
    @Override
    OptimizerSpec spec() {
        return new Lion(RATE, DECAY);
    }

    /** Chen et al., algorithm 2; the decay is the contract's. */
    @Override
    double change(double g, double[] memory, int t) {
        double change = RATE * Math.signum(0.9 * memory[0] + 0.1 * g);
        memory[0] = 0.99 * memory[0] + 0.01 * g;
        return change;
    }
}
