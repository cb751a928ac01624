package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.List;
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
        Trial spiking = Trial.running(9, ANY, List.of(new Report(1, List.of(0.5)), new Report(2, List.of(9.0))));
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
}
