package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingTest {
    /** Ninety of a common class, nine of a rare one, one without a label. */
    private static TaskLabels uneven() {
        var values = new float[100];
        var mask = new float[100];
        Arrays.fill(values, 90, 99, 1);
        Arrays.fill(mask, 0, 99, 1);
        return new TaskLabels("rare", TaskType.BINARY, List.of("no", "yes"), values, mask, 0, 1);
    }

    private static TaskLabels numbers() {
        return new TaskLabels("n", TaskType.REGRESSION, List.of(), new float[100], new float[100], 0, 1);
    }

    @Test
    void rare_classes_come_as_often_as_their_repeat_factor() {
        var rates = Sampling.OVERSAMPLE.rates(100, List.of(uneven(), numbers()));
        assertThat(rates[0]).isEqualTo(1);
        assertThat(rates[95]).isCloseTo(Math.sqrt(49.5 / 9), within(1e-12));
        assertThat(rates[99]).isEqualTo(1);
        var batches = new Batches(rates, 10, 3);
        assertThat(batches.shown()).isEqualTo(112); // 90 + 9 x 2.345 + 1
        var shown = new double[100];
        for (var epoch = 1; epoch <= 400; epoch++) {
            var order = batches.order(batches.random(epoch));
            assertThat(order).hasSize(112);
            Arrays.stream(order).forEach(row -> shown[row] += 1 / 400.0);
        }
        assertThat(shown[0]).isCloseTo(1, within(0.06));
        assertThat(shown[95]).isCloseTo(2.345, within(0.15));
    }

    @Test
    void common_classes_come_only_now_and_then() {
        var rates = Sampling.UNDERSAMPLE.rates(100, List.of(uneven()));
        assertThat(rates[0]).isCloseTo(Math.sqrt(0.1), within(1e-12));
        assertThat(rates[95]).isEqualTo(1);
        assertThat(rates[99]).isEqualTo(1);
        var batches = new Batches(rates, 10, 3);
        assertThat(batches.shown()).isEqualTo(38); // 90 x 0.316 + 9 + 1
        assertThat(batches.order(batches.random(1)))
                .isEqualTo(batches.order(batches.random(1)))
                .isNotEqualTo(batches.order(batches.random(2)))
                .contains(90, 91, 92, 93, 94, 95, 96, 97, 98, 99);
    }

    @Test
    void evenly_every_row_comes_once() {
        assertThat(Sampling.EVEN.rates(100, List.of(uneven()))).containsOnly(1);
    }

    @Test
    void a_row_follows_the_task_that_wants_it_most() {
        var other = uneven();
        Arrays.fill(other.values(), 0);
        Arrays.fill(other.values(), 0, 4, 1);
        var rates = Sampling.OVERSAMPLE.rates(100, List.of(uneven(), other));
        assertThat(rates[2]).isCloseTo(Math.sqrt(49.5 / 4), within(1e-12));
        assertThat(rates[95]).isCloseTo(Math.sqrt(49.5 / 9), within(1e-12));
        assertThat(rates[50]).isEqualTo(1);
    }
}
