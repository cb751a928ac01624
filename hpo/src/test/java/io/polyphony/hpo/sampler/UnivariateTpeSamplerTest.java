package io.polyphony.hpo.sampler;

class UnivariateTpeSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("tpe-univariate");
    }
}
