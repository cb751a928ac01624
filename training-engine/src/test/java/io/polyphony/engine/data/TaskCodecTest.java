package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskCodecTest {

    private static ClassCodec classes(TaskType type, Column column) {
        return ClassCodec.fit(new TaskSpec("y", type), Samples.table(Map.of("y", column)), Samples.all(column.rows()));
    }

    private static ValueCodec value(double... values) {
        return ValueCodec.fit(
                new TaskSpec("y", TaskType.REGRESSION),
                Samples.table(Map.of("y", Samples.numbers(values))),
                Samples.all(values.length));
    }

    @Test
    void the_second_class_of_a_binary_task_is_yes_or_the_rarer_or_the_last() {
        assertThat(classes(TaskType.BINARY, Samples.numbers(1, 0, 1, 1)).classes())
                .containsExactly("0", "1");
        assertThat(classes(TaskType.BINARY, Samples.texts("Yes", "no", "Yes")).classes())
                .containsExactly("no", "Yes");
        assertThat(classes(TaskType.BINARY, Samples.texts("a", "b", "b")).classes())
                .containsExactly("b", "a");
        assertThat(classes(TaskType.BINARY, Samples.texts("a", "b")).classes()).containsExactly("a", "b");
    }

    @Test
    void numeric_classes_are_sorted_as_numbers() {
        assertThat(classes(TaskType.MULTICLASS, Samples.numbers(10, 9, 1.5, Double.NaN))
                        .classes())
                .containsExactly("1.5", "9", "10");
    }

    @Test
    void a_missing_or_unknown_class_has_no_weight() {
        var codec = new ClassCodec(new TaskSpec("y", TaskType.MULTICLASS), List.of("a", "b", "c"));
        var labels = codec.encode(
                Samples.table(Map.of("y", Samples.texts("c", null, "other", " b "))), new int[] {0, 1, 2, 3});
        assertThat(labels.values()).containsExactly(2, 0, 0, 1);
        assertThat(labels.mask()).containsExactly(1, 0, 0, 1);
    }

    @Test
    void the_wrong_number_of_classes_is_refused() {
        assertThatThrownBy(() -> classes(TaskType.BINARY, Samples.texts("a", "b", "c")))
                .hasMessageContaining("(y) has 3 classes")
                .hasMessageContaining("exactly two");
        assertThatThrownBy(() -> classes(TaskType.MULTICLASS, Samples.texts("a", "a", null)))
                .hasMessageContaining("has 1 classes");
    }

    @Test
    void values_are_standardised_and_come_back() {
        var codec = value(1, 2, 3, 4, Double.NaN);
        assertThat(codec.mean()).isEqualTo(2.5);
        assertThat(codec.deviation()).isCloseTo(Math.sqrt(1.25), within(1e-12));
        assertThat(codec.log()).isFalse();
        for (var value : new double[] {-3, 0, 2.5, 1e6}) {
            assertThat(codec.decode(codec.standardise(value))).isCloseTo(value, within(1e-9));
        }
    }

    @Test
    void skewed_amounts_go_through_a_logarithm_and_come_back() {
        var codec = value(0, 1, 1, 2, 2, 3, 3, 4, 5, 1000);
        assertThat(codec.log()).isTrue();
        for (var value : new double[] {0, 1, 37.5, 1e6}) {
            assertThat(codec.decode(codec.standardise(value))).isCloseTo(value, within(1e-6));
        }
        assertThat(value(-1, 1, 1, 2, 2, 3, 3, 4, 5, 1000).log()).isFalse();
    }

    /** One in fifty is a thousand times as large, in both directions or, as amounts, in one that a logarithm does not tame. */
    @Test
    void beside_outliers_the_others_stay_apart_and_all_come_back() throws JsonProcessingException {
        for (double middle : new double[] {0, 50}) {
            var values = new double[500];
            Arrays.setAll(values, i -> (middle + 10 * Math.sin(i)) * (i % 50 == 7 ? 1000 : 1));
            var codec = value(values);
            assertThat(codec.bent()).isTrue();
            assertThat(codec.log()).isFalse();
            assertThat(codec.standardise(middle + 10) - codec.standardise(middle - 10))
                    .isBetween(1.5, 3.5);
            for (double value : new double[] {-1e6, -3, 0, middle, 57.5, 5e4}) {
                assertThat(codec.decode(codec.standardise(value))).isCloseTo(value, within(1e-6));
            }
            var json = new ObjectMapper();
            var written = json.writerFor(TaskCodec.class).writeValueAsString(codec);
            assertThat(json.readValue(written, TaskCodec.class))
                    .usingRecursiveComparison()
                    .isEqualTo(codec);
            var older = written.replace(",\"bent\":true", "");
            assertThat(older).isNotEqualTo(written);
            assertThat(json.readValue(older, TaskCodec.class))
                    .isInstanceOfSatisfying(
                            ValueCodec.class, read -> assertThat(read.bent()).isFalse());
        }
    }

    /** The mean is where outliers say. */
    @Test
    void outliers_rule_where_the_mean_is_aimed_at() {
        var values = new double[500];
        Arrays.setAll(values, i -> Math.sin(i) * (i % 50 == 7 ? 1000 : 1));
        var codec = ValueCodec.fit(
                new TaskSpec("y", TaskType.REGRESSION, "rmse", Aim.MEAN),
                Samples.table(Map.of("y", Samples.numbers(values))),
                Samples.all(values.length));
        assertThat(codec.bent()).isFalse();
        assertThat(codec.deviation()).isEqualTo(Moments.of(values).deviation());
    }

    @Test
    void a_target_of_few_levels_is_predicted_as_one_of_them() {
        var ratings = new double[50];
        Arrays.setAll(ratings, i -> i % 2 == 0 ? 5 : 1 + i % 5);
        var codec = value(ratings);
        assertThat(codec.levels()).containsExactly(1, 2, 3, 4, 5);
        assertThat(codec.decode(codec.standardise(3.4))).isEqualTo(3);
        assertThat(codec.decode(codec.standardise(3.6))).isEqualTo(4);
        assertThat(codec.decode(codec.standardise(99))).isEqualTo(5);
        assertThat(codec.decode(codec.standardise(1))).isEqualTo(1);
        assertThat(value(Arrays.copyOf(ratings, 40)).levels()).isEmpty();
    }

    @Test
    void a_missing_value_has_no_weight_and_text_is_read_as_a_number() {
        var codec = value(1, 3);
        var labels = codec.encode(Samples.table(Map.of("y", Samples.texts("3", null, ""))), new int[] {0, 1, 2});
        assertThat(labels.values()).containsExactly(1, 0, 0);
        assertThat(labels.mask()).containsExactly(1, 0, 0);
        assertThatThrownBy(() -> codec.encode(Samples.table(Map.of("y", Samples.texts("three"))), new int[] {0}))
                .hasMessageContaining("(three) in data row 1");
    }

    @Test
    void counts_are_brought_to_a_mean_of_one_and_keep_their_zero() {
        var table = Samples.table(Map.of("y", Samples.numbers(0, 2, 4, Double.NaN)));
        var codec = ValueCodec.fit(new TaskSpec("y", TaskType.COUNT), table, Samples.all(4));
        assertThat(codec.encode(table, Samples.all(4)).values()).containsExactly(0, 1, 2, 0);
        assertThat(codec.decode(1.5)).isEqualTo(3);
        var negative = Samples.table(Map.of("y", Samples.numbers(1, -2)));
        assertThatThrownBy(() -> ValueCodec.fit(new TaskSpec("y", TaskType.COUNT), negative, Samples.all(2)))
                .hasMessageContaining("-2.0");
    }
}
