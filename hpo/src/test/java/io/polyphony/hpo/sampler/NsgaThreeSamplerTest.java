package io.polyphony.hpo.sampler;

class NsgaThreeSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("nsga-iii");
    }
}
