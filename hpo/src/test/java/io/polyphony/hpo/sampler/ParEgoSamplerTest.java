package io.polyphony.hpo.sampler;

class ParEgoSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("parego");
    }
}
