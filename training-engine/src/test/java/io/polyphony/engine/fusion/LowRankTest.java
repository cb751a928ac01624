package io.polyphony.engine.fusion;

class LowRankTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new LowRank(8, 3, 0, 0);
    }
}
