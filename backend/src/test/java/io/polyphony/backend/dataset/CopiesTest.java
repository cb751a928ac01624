package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.testing.OneTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopiesTest {
    private static final List<String> PEOPLE = List.of("sex", "deck", "kin", "age", "lived");

    @Test
    void rows_are_compared_cell_by_cell_and_missing_cells_are_alike() {
        var table = table(Map.of(
                "a", new @Nullable String[] {"x", "x", null, "x", null, "1"},
                "b", new @Nullable String[] {"1", "2", "1", "1", "1", "x"}));
        assertThat(Copies.firsts(table, List.of("a", "b"))).containsExactly(0, 1, 2, 0, 2, 5);
        assertThat(Copies.firsts(table, List.of("b"))).containsExactly(0, 1, 0, 0, 0, 5);
    }

    @Test
    void a_text_that_comes_again_with_the_same_answer_is_a_copy() {
        var said = IntStream.range(0, 200).mapToObj(i -> "this is remark " + i % 180);
        var cells = Map.of("text", said.toArray(String[]::new), "label", cycle(200, "good", "bad"));
        assertThat(Copies.any(table(cells, "text"), List.of("text", "label"))).isTrue();
        assertThat(Copies.any(table(cells, "text"), List.of("label")))
                .as("two rows of two answers")
                .isFalse();
    }

    @Test
    void files_of_other_names_may_hold_the_same() {
        var rows = 40;
        var cells = Map.of(
                "picture",
                IntStream.range(0, rows).mapToObj(i -> i + ".png").toArray(String[]::new),
                "label",
                cycle(rows, "good", "bad"));
        var source = new TableData.MediaSource() {
            @Override
            public byte[] read(String path) {
                return new byte[0];
            }

            @Override
            public String content(String path) {
                return String.valueOf(Integer.parseInt(path.replace(".png", "")) % 30);
            }
        };
        var columns = List.of(
                OneTable.column("picture", 0, ColumnModality.IMAGE, ColumnRole.INPUT, null), OneTable.input("label"));
        var table = new TableData(DatasetVersionId.next(), "0".repeat(64), rows, columns, Map.copyOf(cells), source);
        assertThat(Copies.any(table, List.of("picture", "label"))).isTrue();
    }

    @Test
    void few_values_that_meet_again_by_nature_are_no_copies() {
        for (var rows : new int[] {300, 900, 5_000}) {
            var people = people(rows);
            assertThat(Copies.any(table(people), PEOPLE)).as("%d rows", rows).isFalse();
        }
    }

    @Test
    void a_table_of_few_values_that_was_put_together_three_times_is_seen() {
        var people = people(800);
        people.replaceAll((_, cells) ->
                Stream.of(cells, cells, cells).flatMap(Arrays::stream).toArray(String[]::new));
        assertThat(Copies.any(table(people), PEOPLE)).isTrue();
    }

    @Test
    void rounded_measures_are_copies_where_no_row_comes_near() {
        var random = new Random(3);
        var flowers = new LinkedHashMap<String, @Nullable String[]>();
        for (var part = 0; part < 4; part++) {
            flowers.put(
                    "part" + part,
                    random.doubles(150, 1, 8).mapToObj("%.1f"::formatted).toArray(String[]::new));
        }
        var parts = List.copyOf(flowers.keySet());
        assertThat(Copies.any(table(flowers), parts)).isFalse();
        // A few rare rows multiplied, as some do before they think of the split.
        flowers.replaceAll((_, cells) -> IntStream.range(0, 250)
                .mapToObj(row -> cells[row < 150 ? row : row % 20])
                .toArray(String[]::new));
        assertThat(Copies.any(table(flowers), parts)).isTrue();
    }

    @Test
    void rows_that_all_differ_are_told_at_once() {
        var table = table(
                Map.of("x", IntStream.range(0, 30).mapToObj(String::valueOf).toArray(String[]::new)));
        assertThat(Copies.any(table, List.of("x"))).isFalse();
    }

    /** Passengers: five columns of few values of which some depend on others. */
    private static Map<String, @Nullable String[]> people(int rows) {
        var random = new Random(rows);
        var people = new LinkedHashMap<String, @Nullable String[]>();
        PEOPLE.forEach(name -> people.put(name, new String[rows]));
        for (var row = 0; row < rows; row++) {
            var woman = random.nextDouble() < 0.4;
            var deck = Math.min(3, 1 + random.nextInt(5));
            var age = Math.max(0, (int) (40 + 15 * random.nextGaussian() - 3 * deck));
            var values = List.of(
                    woman ? "f" : "m",
                    "d" + deck,
                    String.valueOf(Math.min(4, random.nextInt(3) * random.nextInt(3))),
                    String.valueOf(age),
                    random.nextDouble() < (woman ? 0.7 : 0.2) ? "yes" : "no");
            for (var column = 0; column < PEOPLE.size(); column++) {
                cells(people, PEOPLE.get(column))[row] = values.get(column);
            }
        }
        return people;
    }

    private static @Nullable String[] cells(Map<String, @Nullable String[]> cells, String name) {
        return Stream.ofNullable(cells.get(name)).findFirst().orElseThrow();
    }

    private static String[] cycle(int rows, String... values) {
        return IntStream.range(0, rows)
                .mapToObj(row -> values[row % values.length])
                .toArray(String[]::new);
    }

    private static TableData table(Map<String, @Nullable String[]> cells, String... texts) {
        var rows = cells.values().stream().map(each -> each.length).max(Comparator.naturalOrder());
        Function<String, ColumnInfo> column = name -> List.of(texts).contains(name)
                ? OneTable.column(name, 0, ColumnModality.TEXT, ColumnRole.INPUT, null)
                : OneTable.input(name);
        return new TableData(
                DatasetVersionId.next(),
                "0".repeat(64),
                rows.orElseThrow(),
                cells.keySet().stream().map(column).toList(),
                cells,
                _ -> new byte[0]);
    }
}
