package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Several objectives as one, another one each time: a random weighting of the normalised losses by the augmented Chebyshev norm, on which expected improvement
 * is maximised (ParEGO: Knowles, IEEE Trans. Evol. Comput. 10(1), 2006).
 *
 * @param startup how many trials are spread out before the first model
 */
public record ParEgoSampler(int startup) implements Sampler {

    private static final double AUGMENTATION = 0.05;

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        Observations observed = Observations.of(problem, history);
        if (observed.size() < startup) {
            return new SobolSampler().suggest(problem, history, random);
        }
        double[] weights = weights(problem.objectives().size(), random);
        return GaussianSampler.improving(problem, observed, chebyshev(Unit.of(observed.losses()), weights), random);
    }

    /** Uniform over all weightings that add up to 1. */
    private static double[] weights(int count, RandomGenerator random) {
        double[] weights =
                random.doubles(count).map(uniform -> -Math.log(1 - uniform)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double[] chebyshev(double[][] losses, double[] weights) {
        return Arrays.stream(losses)
                .mapToDouble(loss -> {
                    double greatest = 0;
                    double sum = 0;
                    for (int k = 0; k < weights.length; k++) {
                        greatest = Math.max(greatest, weights[k] * loss[k]);
                        sum += weights[k] * loss[k];
                    }
                    return greatest + AUGMENTATION * sum;
                })
                .toArray();
    }
}
