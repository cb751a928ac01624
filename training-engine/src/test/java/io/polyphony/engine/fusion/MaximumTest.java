package io.polyphony.engine.fusion;

class MaximumTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Maximum(8, 0, 0);
    }
}
