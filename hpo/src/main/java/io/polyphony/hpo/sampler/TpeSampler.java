package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The tree-structured Parzen estimator (Bergstra et al., NeurIPS 2011): two densities, of the good trials and of the bad, and the proposal
 * is the candidate from the good one with the greatest ratio good / bad, which is the one with the greatest expected improvement.
 * The densities are joint over each group of parameters (Falkner et al., BOHB, ICML 2018). Several objectives, pruned, failed and pending
 * trials are dealt with in {@link Split}, conditional parameters in {@link Parzen}.
 *
 * @param grouping   which parameters are estimated together
 * @param startup    how many completed or pruned trials it takes; random before
 * @param candidates how many are drawn per group and proposal
 */
public record TpeSampler(Grouping grouping, int startup, int candidates) implements Sampler {

    /** A constraint of the space may forbid what the densities like. */
    private static final int ATTEMPTS = 16;

    /** The defaults for this grouping: 8 random trials, 24 candidates. */
    public TpeSampler(Grouping grouping) {
        this(grouping, 8, 24);
    }

    public TpeSampler {
        if (startup < 1 || candidates < 1) {
            throw new IllegalArgumentException(
                    "The TPE sampler has startup (%d) and candidates (%d), which must be at least 1."
                            .formatted(startup, candidates));
        }
    }

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        SearchSpace space = problem.space();
        Split split = Split.of(space, problem.objectives(), history, this::goodShare);
        for (int attempt = 0; attempt < ATTEMPTS && !split.good().isEmpty(); attempt++) {
            Map<String, Object> chosen = Map.of();
            for (List<Parameter> group : grouping.groups(space)) {
                chosen = best(group, split, chosen, random);
            }
            Optional<Assignment> accepted = space.accept(chosen);
            if (accepted.isPresent()) {
                return accepted.get();
            }
        }
        return space.sample(random);
    }

    private Map<String, Object> best(
            List<Parameter> group, Split split, Map<String, Object> before, RandomGenerator random) {
        Parzen good = Parzen.of(group, split.good(), split.weights());
        Parzen bad = Parzen.of(group, split.bad());
        Map<String, Object> best = before;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates; i++) {
            Map<String, Object> candidate = good.draw(before, random);
            double ratio = good.logDensity(candidate) - bad.logDensity(candidate);
            if (ratio > greatest) {
                greatest = ratio;
                best = candidate;
            }
        }
        return best;
    }

    private int goodShare(int ranked) {
        return ranked < startup ? 0 : Math.min(25, (int) Math.ceil(0.1 * ranked));
    }
}
