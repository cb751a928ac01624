package io.polyphony.engine.fusion;

class AverageTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Average(8, 0, 0);
    }
}
