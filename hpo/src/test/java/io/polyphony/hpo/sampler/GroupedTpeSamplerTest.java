package io.polyphony.hpo.sampler;

class GroupedTpeSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new TpeSampler(Grouping.BRANCH);
    }
}
