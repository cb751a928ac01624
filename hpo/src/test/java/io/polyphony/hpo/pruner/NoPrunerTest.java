package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoPrunerTest extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new NoPruner();
    }

    @Test
    void spares_even_the_worst() {
        List<Trial> others = List.of(Trial.running(0, ANY, reports(9, 0.1)), Trial.running(1, ANY, reports(9, 0.2)));
        assertThat(pruner().prune(Histories.ONE, running(9, Double.NaN), others))
                .isFalse();
    }
}
