package io.polyphony.hpo.sampler;

class MoTpeSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("motpe");
    }
}
