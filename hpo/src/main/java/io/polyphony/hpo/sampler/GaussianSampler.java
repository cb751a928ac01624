package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Bayesian optimisation: a Gaussian process is learnt from the trials, and the proposal is where it expects most improvement (Jones et al. 1998),
 * looked for in the whole space and in a trust region (Eriksson et al. 2019). The process bends inputs and outputs (Cowen-Rivers et al. 2022). Several
 * objectives are searched as {@link ParEgoSampler} does.
 *
 * @param startup how many trials are spread out before the first model
 */
public record GaussianSampler(int startup) implements Sampler {

    /** The default: 8 trials first. */
    public GaussianSampler() {
        this(8);
    }

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        if (!problem.single()) {
            return new ParEgoSampler(startup).suggest(problem, history, random);
        }
        Observations observed = Observations.of(problem, history);
        return observed.size() < startup
                ? new SobolSampler().suggest(problem, history, random)
                : improving(problem, observed, observed.losses(0), random);
    }

    /** The assignment with the greatest expected improvement of one loss. */
    static Assignment improving(Problem problem, Observations observed, double[] losses, RandomGenerator random) {
        Layout layout = Layout.of(problem.space());
        Surrogate surrogate = Surrogate.of(layout, observed, losses);
        double best = surrogate.best();
        return layout.at(surrogate.maximise(
                point -> Improvement.logExpected(best, surrogate.process().predict(point)), random));
    }
}
