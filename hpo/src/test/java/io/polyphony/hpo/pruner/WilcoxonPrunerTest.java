package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WilcoxonPrunerTest extends PrunerContract {

    private static final List<Trial> BEST =
            List.of(new Trial(0, ANY, TrialState.COMPLETED, folds(10, fold -> fold % 3), List.of(1.0)));

    @Override
    protected Pruner pruner() {
        return Pruners.named("wilcoxon");
    }

    @Test
    void gives_up_what_is_worse_fold_by_fold() {
        assertThat(verdict(6, fold -> fold % 3 + 0.1 + 0.01 * fold)).isTrue();
    }

    @Test
    void spares_what_is_better_or_now_better_now_worse() {
        assertThat(verdict(6, fold -> fold % 3 - 0.1 - 0.01 * fold)).isFalse();
        assertThat(verdict(6, fold -> fold % 3 + (fold % 2 == 0 ? 0.1 : -0.1) * (1 + 0.1 * fold)))
                .isFalse();
        assertThat(verdict(6, fold -> fold % 3)).as("the same").isFalse();
    }

    @Test
    void waits_for_enough_folds() {
        assertThat(verdict(4, fold -> fold % 3 + 5 + fold)).isFalse();
    }

    /** By the sum of the differences it would be the worse one, by the larger sum of ranks a significant case: so it once was given up. */
    @Test
    void spares_what_wins_nine_folds_of_ten_and_loses_one_by_much() {
        assertThat(verdict(10, fold -> fold % 3 + (fold == 7 ? 100 : -0.001 * fold)))
                .isFalse();
        assertThat(verdict(10, fold -> fold == 7 ? Double.NaN : fold % 3 - 0.001 * fold))
                .isFalse();
    }

    @Test
    void spares_what_loses_nine_folds_of_ten_but_is_better_on_average() {
        assertThat(verdict(10, fold -> fold % 3 + (fold == 7 ? -100 : 0.001 * fold)))
                .isFalse();
    }

    @Test
    void gives_up_what_loses_nine_folds_of_ten() {
        assertThat(verdict(10, fold -> fold % 3 + (fold == 7 ? -0.001 : 0.001 * fold)))
                .isTrue();
    }

    private boolean verdict(int folds, IntToDoubleFunction value) {
        return pruner().prune(Histories.ONE, Trial.running(1, ANY, folds(folds, value)), BEST);
    }

    private static List<Report> folds(int count, IntToDoubleFunction value) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(fold -> new Report(fold, List.of(value.applyAsDouble(fold))))
                .toList();
    }
}
