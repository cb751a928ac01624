package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatientPrunerTest extends PrunerContract {

    private static final List<Trial> FIVE = IntStream.range(0, 5)
            .mapToObj(i -> new Trial(i, ANY, TrialState.COMPLETED, reports(9, 1.0 * i), List.of(1.0 * i)))
            .toList();

    @Override
    protected Pruner pruner() {
        return Pruners.named("patient");
    }

    @Test
    void gives_up_what_is_bad_and_stands_still() {
        assertThat(pruner().prune(Histories.ONE, running(6, 9.0), FIVE)).isTrue();
        assertThat(pruner().prune(Histories.ONE, running(3, 9.0), FIVE)).isFalse();
    }

    @Test
    void spares_what_still_improves() {
        List<Report> falling = IntStream.rangeClosed(1, 8)
                .mapToObj(step -> new Report(step, List.of(20.0 - step)))
                .toList();
        assertThat(pruner().prune(Histories.ONE, Trial.running(9, ANY, falling), FIVE))
                .isFalse();
    }
}
