package io.polyphony.engine.fusion;

class ConcatenationTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Concatenation(8, 2, 0, 0);
    }
}
