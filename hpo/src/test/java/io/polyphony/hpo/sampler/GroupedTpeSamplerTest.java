package io.polyphony.hpo.sampler;

class GroupedTpeSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("tpe-grouped");
    }
}
