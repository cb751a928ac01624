package io.polyphony.hpo.sampler;

class RandomSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new RandomSampler();
    }
}
