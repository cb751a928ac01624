package io.polyphony.backend.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestedTargetsTest {
    private static final int ROWS = 200;
    private static final IntFunction<String> AMOUNT = i -> String.valueOf(i * 37 % 1009 / 8.0);
    private static final IntFunction<String> CLASS =
            i -> List.of("red", "white", "rosé").get(i * 7 % 11 % 3);
    private static final IntFunction<String> SENTENCE = i -> "It tastes of number %d and of oak".formatted(i);

    @Test
    void a_name_tells() {
        assertThat(suggested(column("target", AMOUNT), column("colour", CLASS), column("alcohol", AMOUNT)))
                .containsExactly("target");
        assertThat(suggested(column("X1", CLASS), column("X2", AMOUNT), column("Y1", AMOUNT), column("Y2", AMOUNT)))
                .containsExactly("Y1", "Y2");
        assertThat(suggested(column("oak", CLASS), column("target_price", AMOUNT), column("sugar", AMOUNT)))
                .containsExactly("target_price");
    }

    @Test
    void places_are_no_targets() {
        assertThat(suggested(column("x", AMOUNT), column("y", AMOUNT), column("depth", AMOUNT)))
                .containsExactly("depth");
        assertThat(suggested(column("x", AMOUNT), column("y", AMOUNT))).containsExactly("y");
    }

    @Test
    void a_plain_table_has_its_target_at_an_end() {
        assertThat(suggested(column("region", CLASS), column("sugar", AMOUNT), column("price", AMOUNT)))
                .as("an amount that stands last")
                .containsExactly("price");
        assertThat(suggested(column("region", CLASS), column("sugar", AMOUNT), column("colour", CLASS)))
                .as("a class that stands last")
                .containsExactly("colour");
        assertThat(suggested(column("price", AMOUNT), column("colour", CLASS), column("vineyard", i -> "w" + i % 190)))
                .as("what stands last has too many values")
                .containsExactly("price");
    }

    @Test
    void what_identifies_rows_is_no_end() {
        assertThat(suggested(
                        column("id", i -> "" + (i + 1)), column("price", AMOUNT), column("vineyard", i -> "w" + i)))
                .containsExactly("price");
    }

    @Test
    void beside_sentences_classes_are_asked_for_and_amounts_where_there_are_none() {
        assertThat(suggested(
                        column("colour", CLASS),
                        column("tasting", SENTENCE),
                        column("oak", CLASS),
                        column("price", AMOUNT)))
                .containsExactly("colour", "oak");
        assertThat(suggested(column("points", AMOUNT), column("tasting", SENTENCE)))
                .containsExactly("points");
    }

    @Test
    void what_values_tell_stays() {
        var mask = column("colour", CLASS).at(0).as(ColumnModality.IMAGE, ColumnRole.TARGET, "masks");
        var columns = List.of(mask, column("target", AMOUNT).at(1));
        assertThat(SuggestedTargets.mark(columns)).isEqualTo(columns);
    }

    private static List<String> suggested(Column... columns) {
        var placed = IntStream.range(0, columns.length)
                .mapToObj(position -> columns[position].at(position))
                .toList();
        return SuggestedTargets.mark(placed).stream()
                .filter(ColumnInfo::suggestedTarget)
                .map(ColumnInfo::name)
                .toList();
    }

    private static Column column(String name, IntFunction<String> cells) {
        return new Column(name, cells);
    }

    private record Column(String name, IntFunction<String> cells) {
        ColumnInfo at(int position) {
            var profiler = new ColumnProfiler(true);
            IntStream.range(0, ROWS).forEach(row -> profiler.cell(row, cells.apply(row)));
            return ColumnInference.infer(name, position, profiler, false);
        }
    }
}
