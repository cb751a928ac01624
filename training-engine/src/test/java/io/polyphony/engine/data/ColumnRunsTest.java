package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnRunsTest {
    private static List<String> names(int count, IntFunction<String> name) {
        return IntStream.range(0, count).mapToObj(name).toList();
    }

    private static List<String> and(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Test
    void steps_of_one_measurement_are_numbered() {
        var steps = names(40, i -> "t" + i);
        assertThat(ColumnRuns.of(and(List.of("age", "sex", "dose1", "dose2"), steps)))
                .containsExactly(steps);
        assertThat(ColumnRuns.of(names(40, i -> String.valueOf(i + 1)))).hasSize(1);
    }

    @Test
    void runs_of_one_length_are_channels() {
        var across = names(64, i -> "ax_" + i);
        var up = names(64, i -> "ay_" + i);
        assertThat(ColumnRuns.of(and(and(across, up), names(40, i -> "z" + i)))).containsExactly(across, up);
    }

    @Test
    void some_numbers_may_be_missing_but_not_most() {
        assertThat(ColumnRuns.of(names(60, i -> "pixel" + (i + i / 3)))).hasSize(1);
        assertThat(ColumnRuns.of(names(60, i -> "code" + i * 5))).isEmpty();
    }

    @Test
    void few_columns_and_those_in_no_order_are_no_steps() {
        assertThat(ColumnRuns.of(names(28, i -> "V" + (i + 1)))).isEmpty();
        assertThat(ColumnRuns.of(names(60, i -> "f" + i * 7 % 60))).isEmpty();
        assertThat(ColumnRuns.of(names(60, i -> "feature " + (char) ('a' + i)))).isEmpty();
    }
}
