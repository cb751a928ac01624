package io.polyphony.backend.dataset.wide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumberedColumnsTest {
    @Test
    void names_count_on() {
        assertThat(NumberedColumns.longest(named("label", counted("pixel", 0, 64), "writer")))
                .hasValue(new NumberedColumns(1, 65));
        assertThat(NumberedColumns.longest(named("label", counted("", 1, 65), "")))
                .as("numbers alone")
                .hasValue(new NumberedColumns(1, 65));
        assertThat(NumberedColumns.longest(named("a", counted("x", 0, 5), counted("y", 0, 9), "b")))
                .as("the longest")
                .hasValue(new NumberedColumns(6, 15));
    }

    @Test
    void grids_count_by_row() {
        var grid = IntStream.rangeClosed(1, 9)
                .boxed()
                .flatMap(row -> IntStream.rangeClosed(1, 8).mapToObj(column -> row + "x" + column))
                .toList();
        assertThat(NumberedColumns.longest(named("label", grid, ""))).hasValue(new NumberedColumns(1, 73));
        var zeroed = IntStream.range(0, 64).mapToObj(i -> "pixel_%d_%d".formatted(i / 8, i % 8));
        assertThat(NumberedColumns.longest(named("", zeroed.toList(), "target")))
                .hasValue(new NumberedColumns(1, 65));
    }

    @Test
    void other_names_do_not() {
        assertThat(NumberedColumns.longest(List.of("height", "width", "weight")))
                .isEmpty();
        assertThat(NumberedColumns.longest(List.of("q1", "q3", "q5", "p6"))).isEmpty();
    }

    private static List<String> counted(String stem, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> stem + i).toList();
    }

    private static List<String> named(String first, List<String> counted, String last) {
        return named(first, counted, List.of(), last);
    }

    private static List<String> named(String first, List<String> one, List<String> other, String last) {
        return new ArrayList<>(Stream.of(List.of(first), one, other, List.of(last))
                .flatMap(List::stream)
                .toList());
    }
}
