package io.polyphony.engine.fusion;

class BilinearTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Bilinear(8, 4, 0, 0);
    }
}
