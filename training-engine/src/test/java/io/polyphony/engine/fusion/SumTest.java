package io.polyphony.engine.fusion;

class SumTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Sum(8, 0, 0);
    }
}
