package io.polyphony.engine.optimizer;

class SgdTest extends OptimizerContract {
    @Override
    OptimizerSpec spec() {
        return new Sgd(RATE, 0.9, DECAY);
    }

    /** torch.optim.SGD with nesterov=True. */
    @Override
    double change(double g, double[] memory, int t) {
        memory[0] = 0.9 * memory[0] + g;
        return RATE * (g + 0.9 * memory[0]);
    }
}
