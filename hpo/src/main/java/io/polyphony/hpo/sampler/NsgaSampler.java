package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Evolution by non-dominated sorting, a child at a time: the parents are the survivors of the whole history (steady state: Durillo et al., EMO 2009), picked by
 * tournament. Who survives within a front says the {@link Survival}: the least crowded (NSGA-II: Deb et al., IEEE Trans. Evol. Comput. 6(2), 2002), or those
 * near the reference directions (NSGA-III: Deb and Jain, IEEE Trans. Evol. Comput. 18(4), 2014).
 *
 * @param population how many survive; at least 2
 */
public record NsgaSampler(Survival survival, int population) implements Sampler {

    private static final int ATTEMPTS = 32;

    public NsgaSampler {
        if (population < 2) {
            throw new IllegalArgumentException(
                    "The NSGA sampler has the population (%d), which must be at least 2.".formatted(population));
        }
    }

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        Observations observed = Observations.of(problem, history);
        if (observed.size() < population) {
            return new SobolSampler().suggest(problem, history, random);
        }
        Layout layout = Layout.of(problem.space());
        int[] survivors = survival.best(observed.losses(), population);
        double[][] parents = Arrays.stream(survivors)
                .mapToObj(i -> layout.point(observed.tried().get(i)))
                .toArray(double[][]::new);
        var variation = new Variation(layout.categorical(), random);
        return IntStream.range(0, ATTEMPTS)
                .mapToObj(_ -> layout.snap(variation.child(winner(parents, random), winner(parents, random))))
                .filter(child -> layout.allows(child) && !Layout.contains(List.of(parents), child))
                .findFirst()
                .map(layout::at)
                .orElseGet(() -> problem.space().sample(random));
    }

    /** Of two, the one that survived before the other. */
    private static double[] winner(double[][] parents, RandomGenerator random) {
        return parents[Math.min(random.nextInt(parents.length), random.nextInt(parents.length))];
    }
}
