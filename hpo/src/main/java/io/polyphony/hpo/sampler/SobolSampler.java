package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.random.RandomGenerator;

/** The points of a scrambled {@link Sobol} sequence: covers the space more evenly than random draws, whatever the results. */
public record SobolSampler() implements Sampler {

    private static final int ATTEMPTS = 64;

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        Layout layout = Layout.of(problem.space());
        int next = history.isEmpty() ? 0 : history.getLast().number() + 1;
        double[] point = Sobol.point(layout.dimensions(), next, problem.seed());
        for (int i = 0; i < ATTEMPTS && !layout.allows(point); i++) {
            point = Sobol.point(layout.dimensions(), next, random.nextLong());
        }
        return layout.allows(point) ? layout.at(point) : problem.space().sample(random);
    }
}
