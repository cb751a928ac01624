package io.polyphony.engine.fusion;

class GatedTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Gated(8, 0, 0);
    }
}
