package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdPrunerTest extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return Pruners.named("threshold");
    }

    @Test
    void gives_up_what_diverged() {
        assertThat(pruner().prune(Histories.ONE, running(1, Double.NaN), List.of()))
                .isTrue();
        assertThat(pruner().prune(Histories.THREE, running(1, 0.1, Double.NEGATIVE_INFINITY, 1.0), List.of()))
                .isTrue();
    }

    @Test
    void gives_up_what_is_beyond_a_limit_once_warm() {
        var limited = new ThresholdPruner(Map.of("accuracy", 0.5), 2);
        assertThat(limited.prune(Histories.THREE, running(3, 1.0, 0.4, 1.0), List.of()))
                .isTrue();
        assertThat(limited.prune(Histories.THREE, running(3, 1.0, 0.6, 1.0), List.of()))
                .isFalse();
        assertThat(limited.prune(Histories.THREE, running(2, 1.0, 0.4, 1.0), List.of()))
                .isFalse();
    }
}
