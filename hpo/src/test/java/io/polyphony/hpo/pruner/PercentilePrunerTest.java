package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilePrunerTest extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return Pruners.named("percentile");
    }

    @Test
    void only_the_best_quarter_goes_on() {
        List<Trial> seven = IntStream.range(0, 7)
                .mapToObj(i -> new Trial(i, ANY, TrialState.COMPLETED, reports(5, 1.0 * i), List.of(1.0 * i)))
                .toList();
        assertThat(pruner().prune(Histories.ONE, running(5, 0.5), seven)).isFalse();
        assertThat(pruner().prune(Histories.ONE, running(5, 1.5), seven)).isTrue();
    }
}
