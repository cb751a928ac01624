package io.polyphony.engine.fusion;

class BottleneckTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Bottleneck(8, 2, 3, 0, 0);
    }
}
