package io.polyphony.hpo.sampler;

import io.polyphony.hpo.analysis.Losses;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Scalarization;
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

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        Observations observed = Observations.of(problem, history);
        if (observed.size() < startup) {
            return new SobolSampler().suggest(problem, history, random);
        }
        double[] weights = weights(problem.objectives().size(), random);
        double[] losses = Arrays.stream(Losses.scaled(observed.losses()))
                .mapToDouble(loss -> Scalarization.CHEBYSHEV.of(times(loss, weights)))
                .toArray();
        return GaussianSampler.improving(problem, observed, losses, random);
    }

    /** Uniform over all weightings that add up to 1. */
    private static double[] weights(int count, RandomGenerator random) {
        double[] weights =
                random.doubles(count).map(uniform -> -Math.log(1 - uniform)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double[] times(double[] loss, double[] weights) {
        var weighted = new double[loss.length];
        Arrays.setAll(weighted, k -> weights[k] * loss[k]);
        return weighted;
    }
}
