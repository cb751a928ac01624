package io.polyphony.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GradientLogTest {
    /** Cosines of a and b: 0.5, -0.5, -0.05 (which is no conflict yet) and none in a step without b. */
    private static final double[][][] GRAMS = {
        {{4, 1}, {1, 1}}, {{4, -1}, {-1, 1}}, {{4, -0.1}, {-0.1, 1}}, {{16, 0}, {0, 0}}
    };

    @Test
    void counts_conflicts_among_the_steps_in_which_both_tasks_have_a_gradient() {
        var report = Objects.requireNonNull(log(GRAMS).report());
        assertThat(report.samples()).isEqualTo(4);
        assertThat(report.norms()).containsExactly(Map.entry("a", 2.5), Map.entry("b", 1.0));
        assertThat(pair(report.cosines())).isCloseTo(-0.05 / 3, within(1e-12));
        assertThat(pair(report.conflicts())).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void goes_on_from_a_checkpoint_and_begins_anew_with_an_epoch() {
        var whole = log(GRAMS);
        var half = log(GRAMS[0], GRAMS[1]);
        var out = new StateWriter(1);
        half.write(out);
        var rest = log();
        rest.read(new StateReader(out.toBytes(), 1, "log"));
        rest.add(GRAMS[2]);
        rest.add(GRAMS[3]);
        assertThat(rest.report()).isEqualTo(whole.report());
        rest.beginEpoch();
        assertThat(rest.report()).isNull();
    }

    private static double pair(Map<String, Map<String, Double>> pairs) {
        return Objects.requireNonNull(Objects.requireNonNull(pairs.get("a")).get("b"));
    }

    private static GradientLog log(double[][]... grams) {
        var log = new GradientLog(List.of("a", "b"));
        for (var gram : grams) {
            log.add(gram);
        }
        return log;
    }
}
