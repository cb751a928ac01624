package io.polyphony.engine.fusion;

class TransformerTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Transformer(8, 2, 0, 0);
    }
}
