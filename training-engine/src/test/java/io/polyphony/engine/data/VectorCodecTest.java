package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VectorCodecTest {
    private static final TaskSpec TASK = new TaskSpec("v", TaskType.VECTOR);

    /** The first numbers are 1, 3 (mean 2, deviation 1), the second 100, 300 (mean 200, deviation 100). */
    @Test
    void every_number_is_standardised_by_itself_and_comes_back() {
        var table = table("1 100", "[3.0, 300]");
        var codec = fit(table);
        var labels = codec.encode(table, Samples.all(2));
        assertThat(labels.width()).isEqualTo(2);
        assertThat(labels.values()).containsExactly(new float[] {-1, -1, 1, 1}, within(1e-6f));
        assertThat(codec.decode(1, 0)).isCloseTo(3, within(1e-9));
        assertThat(codec.decode(1, 1)).isCloseTo(300, within(1e-9));
    }

    @Test
    void numbers_and_cells_may_be_missing() {
        var table = table("1 100", null, "3 nan", " ");
        var labels = fit(table).encode(table, Samples.all(4));
        assertThat(labels.mask()).containsExactly(1, 1, 0, 0, 1, 0, 0, 0);
        assertThat(labels.labelled()).isEqualTo(2);
    }

    @Test
    void cells_of_other_lengths_or_words_are_refused() {
        assertThatThrownBy(() -> fit(table("1 2", "1 2 3")))
                .hasMessageContaining("The target (v) has 3 numbers in data row 2 (1 2 3), but 2 in others")
                .hasMessageContaining("Maybe write nan");
        assertThatThrownBy(() -> fit(table("1 2", "1 b"))).hasMessageContaining("has (1 b) in data row 2");
        assertThatThrownBy(() -> fit(table("1", "2"))).hasMessageContaining("a vector has at least two");
        assertThatThrownBy(() -> fit(table(null, null))).hasMessageContaining("0 numbers");
    }

    /** One in fifty second numbers is a thousand times as large; the first numbers know nothing of it. */
    @Test
    void outliers_bend_their_own_number_alone() {
        var cells = new @Nullable String[500];
        Arrays.setAll(cells, i -> Math.sin(i) + " " + Math.cos(i) * (i % 50 == 7 ? 1000 : 1));
        var codec = fit(table(cells));
        assertThat(codec.bent()).containsExactly(false, true);
        assertThat(codec.standardise(0.9, 1) - codec.standardise(-0.9, 1)).isBetween(1.5, 3.5);
        assertThat(codec.decode(codec.standardise(-777, 1), 1)).isCloseTo(-777, within(1e-6));
        assertThat(codec.decode(codec.standardise(-777, 0), 0)).isCloseTo(-777, within(1e-6));
    }

    @Test
    void what_was_fitted_before_there_was_bending_is_straight() {
        var table = table("1 100", "3 300");
        var json = Preprocessor.fit(table, Samples.all(2), List.of(), Map.of(), List.of(TASK))
                .toJson();
        var older = json.replace(",\"bent\":[false,false]", "");
        assertThat(older).isNotEqualTo(json);
        assertThat(Preprocessor.fromJson(older).toJson()).isEqualTo(json);
    }

    @Test
    void it_survives_json() {
        var table = table("1 100", "3 300");
        var fitted = Preprocessor.fit(table, Samples.all(2), List.of(), Map.of(), List.of(TASK));
        assertThat(Preprocessor.fromJson(fitted.toJson()).toJson()).isEqualTo(fitted.toJson());
    }

    private static Table table(@Nullable String... cells) {
        return Samples.table(Map.of("v", Samples.texts(cells)));
    }

    private static VectorCodec fit(Table table) {
        return VectorCodec.fit(TASK, table, Samples.all(table.rows()));
    }
}
