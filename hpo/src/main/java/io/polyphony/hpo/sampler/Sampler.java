package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.random.RandomGenerator;

/** What to try next. An implementation keeps no state, extends {@code SamplerContract} in its test, and has a line in {@link Samplers}. */
public interface Sampler {

    /**
     * Proposes an assignment of the space. Same arguments and random numbers, same answer: a study can be replayed.
     *
     * @param history every earlier trial in the order of their numbers: pending, completed, pruned and failed ones; some may lie outside of
     *                the space and some may have NaN values
     * @param random  of this proposal alone; what has to stay the same throughout a study follows from the problem's seed
     */
    Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random);
}
