package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianPrunerTest extends PrunerContract {

    private static final List<Trial> FIVE = completed(5);

    @Override
    protected Pruner pruner() {
        return Pruners.named("median");
    }

    /** Trials whose loss is their number at every step. */
    private static List<Trial> completed(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        new Trial(number, ANY, TrialState.COMPLETED, reports(4, 1.0 * number), List.of(1.0 * number)))
                .toList();
    }

    @Test
    void prunes_what_is_worse_than_the_median() {
        assertThat(pruner().prune(Histories.ONE, running(4, 2.1), FIVE)).isTrue();
        assertThat(pruner().prune(Histories.ONE, running(4, 2.0), FIVE)).isFalse();
        assertThat(pruner().prune(Histories.ONE, running(4, Double.NaN), FIVE)).isTrue();
    }

    @Test
    void waits_for_five_completed_trials_at_the_same_step() {
        assertThat(pruner().prune(Histories.ONE, running(4, 9.0), completed(4))).isFalse();
        assertThat(pruner().prune(Histories.ONE, running(5, 9.0), FIVE)).isFalse();
    }

    @Test
    void judges_by_the_best_report_so_far() {
        Trial spiking = Trial.running(9, ANY, List.of(new Report(1, List.of(0.5)), new Report(4, List.of(9.0))));
        assertThat(pruner().prune(Histories.ONE, spiking, FIVE)).isFalse();
    }

    @Test
    void prunes_with_several_objectives_what_the_better_half_dominates() {
        List<Trial> others = IntStream.range(0, 6)
                .mapToObj(i -> new Trial(
                        i,
                        ANY,
                        TrialState.COMPLETED,
                        reports(3, 1.0 * i, -1.0 * i, 1.0),
                        List.of(1.0 * i, -1.0 * i, 1.0)))
                .toList();
        assertThat(pruner().prune(Histories.THREE, running(3, 3.5, -3.5, 1.0), others))
                .isTrue();
        assertThat(pruner().prune(Histories.THREE, running(3, 1.5, -1.5, 1.0), others))
                .isFalse();
        assertThat(pruner().prune(Histories.THREE, running(3, 9.0, -9.0, 0.5), others))
                .as("alone the fastest")
                .isFalse();
    }

    @Test
    void lets_two_steps_pass_unjudged() {
        assertThat(pruner().prune(Histories.ONE, running(2, 9.0), FIVE)).isFalse();
        assertThat(pruner().prune(Histories.ONE, running(3, 9.0), FIVE)).isTrue();
    }

    /** Comparing with survivors only, as it once did, it gave up nine in ten. */
    @Test
    void gives_up_about_half_of_all_however_long_the_search() {
        var random = new SplittableRandom(1);
        var history = new ArrayList<Trial>();
        for (int number = 0; number < 400; number++) {
            double end = random.nextDouble();
            history.add(run(number, end, history));
        }
        long pruned = history.stream()
                .filter(trial -> trial.state() == TrialState.PRUNED)
                .count();
        assertThat(pruned).isBetween(150L, 230L);
    }

    private Trial run(int number, double end, List<Trial> others) {
        var reports = new ArrayList<Report>();
        for (int step = 1; step <= 20; step++) {
            reports.add(new Report(step, List.of(end + Math.exp(-step / 5.0))));
            if (pruner().prune(Histories.ONE, Trial.running(number, ANY, reports), others)) {
                return Trial.pruned(number, ANY, reports);
            }
        }
        return new Trial(number, ANY, TrialState.COMPLETED, reports, List.of(end));
    }
}
