package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A Gaussian process per objective; the proposal is where the hypervolume is expected to grow most ({@link Growth}). One objective is
 * searched as {@link GaussianSampler} does, more than four as {@link ParEgoSampler} does.
 *
 * @param startup how many trials are spread out before the first model
 */
public record EhviSampler(int startup) implements Sampler {

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        Observations observed = Observations.of(problem, history);
        if (problem.single() || observed.size() < startup) {
            return new GaussianSampler(startup).suggest(problem, history, random);
        }
        if (problem.objectives().size() > Growth.GREATEST_OBJECTIVES) {
            return new ParEgoSampler(startup).suggest(problem, history, random);
        }
        return Layout.of(problem.space()).at(Growth.of(problem, observed).maximise(random));
    }
}
