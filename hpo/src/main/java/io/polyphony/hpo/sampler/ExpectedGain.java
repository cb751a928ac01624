package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * How much another trial is expected to gain (a search ends when that is small: Makarova et al., Automatic Termination for
 * Hyperparameter Optimization, AutoML 2022).
 */
public final class ExpectedGain {

    /** Below this many finished trials nothing is said. */
    public static final int LEAST_TRIALS = 16;

    private ExpectedGain() {}

    /**
     * The greatest expected gain of any assignment: for one objective in standard deviations of the losses so far, for several as a share of the
     * hypervolume so far. Empty below 16 finished trials.
     */
    public static OptionalDouble of(Problem problem, List<Trial> history) {
        Observations observed = Observations.of(problem, history);
        if (observed.size() < LEAST_TRIALS) {
            return OptionalDouble.empty();
        }
        int objectives = problem.objectives().size();
        return OptionalDouble.of(
                objectives > 1 && objectives <= Growth.GREATEST_OBJECTIVES
                        ? ofFront(problem, observed)
                        : ofEach(problem, observed));
    }

    private static double ofFront(Problem problem, Observations observed) {
        Growth growth = Growth.of(problem, observed);
        return growth.relative(growth.maximise(new SplittableRandom(problem.seed())));
    }

    private static double ofEach(Problem problem, Observations observed) {
        double greatest = 0;
        for (int k = 0; k < problem.objectives().size(); k++) {
            Surrogate surrogate = Surrogate.of(Layout.of(problem.space()), observed, observed.losses(k));
            double best = surrogate.best();
            double[] point = surrogate.maximise(
                    at -> Improvement.logExpected(best, surrogate.process().predict(at)),
                    new SplittableRandom(problem.seed()));
            greatest = Math.max(
                    greatest, Improvement.expected(best, surrogate.process().predict(point)));
        }
        return greatest;
    }
}
