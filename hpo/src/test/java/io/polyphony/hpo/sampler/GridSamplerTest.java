package io.polyphony.hpo.sampler;

class GridSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("grid");
    }
}
