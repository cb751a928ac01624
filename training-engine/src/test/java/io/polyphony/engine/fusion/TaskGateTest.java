package io.polyphony.engine.fusion;

class TaskGateTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new TaskGate(8, 2, 0, 0);
    }
}
