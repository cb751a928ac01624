package io.polyphony.benchmarks.search;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.pruner.Pruner;
import io.polyphony.hpo.pruner.Pruners;
import io.polyphony.hpo.sampler.Sampler;
import io.polyphony.hpo.sampler.Samplers;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What pruning saves and what it costs, on learning curves that fall at different speeds to different ends. */
final class PruningBench {

    private static final int EPOCHS = 81;
    private static final int TRIALS = 100;
    private static final int BUDGET = 30;
    private static final int SEEDS_OF_FRONTS = 10;
    private static final List<Double> REFERENCE = List.of(1.5, 1.5);
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.real("first", 0, 1), Parameter.real("second", 0, 1), Parameter.real("speed", 4, 20));
    private static final List<Objective> BOTH = List.of(Objective.minimize("first"), Objective.minimize("second"));

    private PruningBench() {}

    static void run(int seeds) {
        Sampler random = Samplers.named("random");
        double share = 0;
        double lost = 0;
        for (int seed = 0; seed < seeds; seed++) {
            var whole = new Run(BOTH.subList(0, 1), random, new NoPruner(), seed, TRIALS, Integer.MAX_VALUE);
            var pruned = new Run(BOTH.subList(0, 1), random, Pruners.named("asha"), seed, TRIALS, Integer.MAX_VALUE);
            share += (double) pruned.epochs / whole.epochs / seeds;
            lost += (pruned.best() - whole.best()) / seeds;
        }
        Figures.atMost("share of the epochs that ASHA takes", share, 0.25);
        Figures.atMost("final loss that ASHA gives away (1 = the range)", lost, 0.01);
        hypervolumes(Math.min(seeds, SEEDS_OF_FRONTS));
    }

    private static void hypervolumes(int seeds) {
        double ours = 0;
        double theirs = 0;
        int budget = BUDGET * EPOCHS;
        for (int seed = 0; seed < seeds; seed++) {
            ours += volume(new Run(BOTH, Samplers.named("ensemble"), Pruners.named("asha"), seed, 100_000, budget))
                    / seeds;
            theirs +=
                    volume(new Run(BOTH, Samplers.named("nsga-ii"), new NoPruner(), seed, 100_000, 3 * budget)) / seeds;
        }
        Figures.atLeast(
                "hypervolume of the default with multi-objective ASHA beside NSGA-II with thrice the epochs",
                ours,
                theirs);
    }

    private static double volume(Run run) {
        return Hypervolume.of(BOTH, run.history, REFERENCE);
    }

    /** A search of at most that many trials and epochs. */
    private static final class Run {
        private final Study study;
        private final SplittableRandom noise;
        private final List<Trial> history = new ArrayList<>();
        private int epochs;

        Run(List<Objective> objectives, Sampler sampler, Pruner pruner, long seed, int trials, int budget) {
            this.study = new Study(SPACE, objectives, sampler, pruner, List.of(), seed);
            this.noise = new SplittableRandom(seed);
            while (history.size() < trials && epochs + EPOCHS <= budget) {
                history.add(train(history.size(), study.ask(history)));
            }
        }

        private Trial train(int number, Assignment assignment) {
            var reports = new ArrayList<Report>();
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                epochs++;
                reports.add(new Report(epoch, losses(assignment, epoch)));
                if (study.shouldPrune(Trial.running(number, assignment, reports), history)) {
                    return Trial.pruned(number, assignment, reports);
                }
            }
            return new Trial(
                    number,
                    assignment,
                    TrialState.COMPLETED,
                    reports,
                    reports.getLast().values());
        }

        private List<Double> losses(Assignment at, int epoch) {
            double toGo = Math.exp(-epoch / at.real("speed"));
            return study.objectives().stream()
                    .map(objective -> curve(at, objective.name()) + toGo + 0.005 * noise.nextGaussian())
                    .toList();
        }

        /** The two want different things: what is best for the first is middling for the second. */
        private static double curve(Assignment at, String objective) {
            double mine = at.real(objective);
            double conflict = at.real("first") - 0.3 - (objective.equals("first") ? 0 : 0.4);
            return mine * mine + conflict * conflict;
        }

        double best() {
            return history.stream()
                    .filter(trial -> trial.state() == TrialState.COMPLETED)
                    .mapToDouble(trial -> trial.values().getFirst())
                    .min()
                    .orElseThrow();
        }
    }
}
