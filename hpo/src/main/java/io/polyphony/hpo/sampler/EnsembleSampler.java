package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The recommended one: first the middle of the space and points spread out evenly, then samplers that see different things in turns. Every one of the ten
 * best of the black-box optimisation challenge of 2020 was such an ensemble (Turner et al., PMLR 133, 2021). Where several objectives are searched and most
 * trials are given up, evolution goes on alone: what a front is made of are the few that complete, and models of what the others might have become mislead more than
 * they help (ADR-0029).
 *
 * @param startup  how many trials are spread out before the first model
 * @param members  by the trial's number in turns
 * @param frontier from how many trials on the first member is asked alone: others take too long then; before, the last member is asked alone where the
 *                 space is so small that it can look at all of it
 */
public record EnsembleSampler(int startup, List<Sampler> members, int frontier) implements Sampler {

    private static final long SMALL = 10_000;
    private static final Sampler EVOLUTION = new NsgaSampler(Survival.CROWDING, 20);

    public EnsembleSampler {
        members = List.copyOf(members);
    }

    /** TPE by branches once, then expected improvement of a Gaussian process (for several objectives of the hypervolume) twice, and so on. */
    public EnsembleSampler() {
        this(6, List.of(new TpeSampler(Grouping.BRANCH, 6, 24), new EhviSampler(6), new EhviSampler(6)), 400);
    }

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        if (history.isEmpty()) {
            return middle(problem, random);
        }
        int next = history.getLast().number() + 1;
        if (history.size() < startup) {
            return new SobolSampler().suggest(problem, history, random);
        }
        Sampler asked = !problem.single() && mostGivenUp(history) ? EVOLUTION : member(problem, history.size(), next);
        return asked.suggest(problem, history, random);
    }

    private static boolean mostGivenUp(List<Trial> history) {
        long completed = history.stream()
                .filter(trial -> trial.state() == TrialState.COMPLETED)
                .count();
        long pruned = history.stream()
                .filter(trial -> trial.state() == TrialState.PRUNED)
                .count();
        return pruned > completed;
    }

    private Sampler member(Problem problem, int trials, int next) {
        if (trials >= frontier) {
            return members.getFirst();
        }
        return Layout.of(problem.space()).atMost(SMALL) ? members.getLast() : members.get(next % members.size());
    }

    /** Ordered parameters in the middle of their ranges, choices at random. */
    private static Assignment middle(Problem problem, RandomGenerator random) {
        Assignment middle =
                problem.space().assign(parameter -> parameter.at(parameter.ordered() ? 0.5 : random.nextDouble()));
        return problem.space().contains(middle) ? middle : problem.space().sample(random);
    }
}
