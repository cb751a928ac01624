package io.polyphony.hpo.sampler;

import io.polyphony.hpo.sampler.gaussian.Prediction;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * How much another trial is expected to gain, by the model of {@link GaussianSampler} (a search ends when that is small: Makarova et al., Automatic
 * Termination for Hyperparameter Optimization, AutoML 2022).
 */
public final class ExpectedGain {

    private static final int LEAST_TRIALS = 16;

    private ExpectedGain() {}

    /**
     * The greatest expected improvement of any assignment in standard deviations of the losses so far (for several objectives, the greatest over them); empty below 16
     * finished trials.
     */
    public static OptionalDouble of(Problem problem, List<Trial> history) {
        Observations observed = Observations.of(problem, history);
        if (observed.size() < LEAST_TRIALS) {
            return OptionalDouble.empty();
        }
        double greatest = 0;
        for (int k = 0; k < problem.objectives().size(); k++) {
            greatest = Math.max(greatest, gain(problem, observed, observed.losses(k)));
        }
        return OptionalDouble.of(greatest);
    }

    private static double gain(Problem problem, Observations observed, double[] losses) {
        Surrogate surrogate = Surrogate.of(Layout.of(problem.space()), observed, losses);
        double best = surrogate.best();
        double[] point = surrogate.maximise(
                at -> Improvement.logExpected(best, surrogate.process().predict(at)),
                new SplittableRandom(problem.seed()));
        Prediction there = surrogate.process().predict(point);
        return Improvement.expected(best, there);
    }
}
