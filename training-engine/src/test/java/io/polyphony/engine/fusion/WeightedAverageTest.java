package io.polyphony.engine.fusion;

class WeightedAverageTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new WeightedAverage(8, 0, 0);
    }
}
