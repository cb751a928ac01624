package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.random.RandomGenerator;

/** Independent draws from the prior: the yardstick of all others (Bergstra and Bengio, JMLR 13, 2012). */
public record RandomSampler() implements Sampler {

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        return problem.space().sample(random);
    }
}
