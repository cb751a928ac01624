package io.polyphony.hpo.sampler;

class SobolSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("sobol");
    }
}
