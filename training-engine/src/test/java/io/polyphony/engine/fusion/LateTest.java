package io.polyphony.engine.fusion;

class LateTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Late(8, 0, 0);
    }
}
