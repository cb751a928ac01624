package io.polyphony.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.pruner.Pruner;
import io.polyphony.hpo.pruner.Pruners;
import io.polyphony.hpo.sampler.RandomSampler;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What pruning saves and what it costs, on learning curves that fall at different speeds to different ends. */
class PrunedSearchTest {

    private static final int EPOCHS = 27;
    private static final int SEEDS = 20;
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.real("first", 0, 1), Parameter.real("second", 0, 1), Parameter.real("speed", 2, 8));
    private static final List<Objective> BOTH = List.of(Objective.minimize("first"), Objective.minimize("second"));

    @Test
    void asha_finds_as_good_a_trial_in_a_quarter_of_the_epochs() {
        double share = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var whole = new Search(BOTH.subList(0, 1), new NoPruner(), seed).run(80, Integer.MAX_VALUE);
            var pruned = new Search(BOTH.subList(0, 1), Pruners.named("asha"), seed).run(80, Integer.MAX_VALUE);
            share += (double) pruned.epochs / whole.epochs / SEEDS;
            assertThat(pruned.best()).isLessThan(whole.best() + 0.01);
        }
        assertThat(share).isLessThan(0.25);
    }

    @Test
    void asha_dominates_more_with_two_objectives_than_no_pruning_in_the_same_epochs() {
        List<Double> reference = List.of(1.5, 1.5);
        long wins = IntStream.range(0, 2 * SEEDS)
                .filter(seed -> {
                    var whole = new Search(BOTH, new NoPruner(), seed).run(1000, 60 * EPOCHS);
                    var pruned = new Search(BOTH, Pruners.named("asha"), seed).run(1000, 60 * EPOCHS);
                    return Hypervolume.of(BOTH, pruned.history, reference)
                            > Hypervolume.of(BOTH, whole.history, reference);
                })
                .count();
        assertThat(wins).as("a sign test at p < 0.05 needs 26 of 40").isGreaterThanOrEqualTo(26);
    }

    private static final class Search {
        private final Study study;
        private final RandomGenerator noise;
        private final List<Trial> history = new ArrayList<>();
        private int epochs;

        Search(List<Objective> objectives, Pruner pruner, long seed) {
            this.study = new Study(SPACE, objectives, new RandomSampler(), pruner, List.of(), seed);
            this.noise = new SplittableRandom(seed);
        }

        Search run(int trials, int budget) {
            while (history.size() < trials && epochs + EPOCHS <= budget) {
                history.add(train(history.size(), study.ask(history)));
            }
            return this;
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
