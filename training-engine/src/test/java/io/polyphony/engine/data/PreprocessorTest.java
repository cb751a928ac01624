package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreprocessorTest {

    private static final InputSpec TABLE = new InputSpec("table", Modality.TABULAR, List.of("age"));
    private static final InputSpec TEXT = new InputSpec("text", Modality.TEXT, List.of("review"));
    private static final List<TaskSpec> TASKS =
            List.of(new TaskSpec("liked", TaskType.BINARY), new TaskSpec("stars", TaskType.REGRESSION));

    private static Table table() {
        return Samples.table(Map.of(
                "age", Samples.numbers(20, 30, Double.NaN, 50),
                "review", Samples.texts("good", "bad \"quote\"", null, "good"),
                "liked", Samples.texts("yes", "no", null, "yes"),
                "stars", Samples.numbers(5, 1, Double.NaN, 4)));
    }

    private static Preprocessor fitted() {
        return Preprocessor.fit(
                table(),
                new int[] {0, 1, 2},
                List.of(TABLE, TEXT),
                Map.of("table", TabularFeatures.standard(), "text", new TokenFeatures(100, 8)),
                TASKS);
    }

    @Test
    void rows_become_features_and_labels() {
        var rows = fitted().encode(table(), new int[] {3, 2});
        assertThat(rows.rows()).isEqualTo(2);
        assertThat(rows.inputs().keySet()).containsExactly("table", "text");
        assertThat(rows.labels().keySet()).containsExactly("liked", "stars");
        assertThat(rows.inputs().values())
                .allSatisfy(input -> assertThat(input.present()).containsExactly(true, false));
        assertThat(rows.select(new int[] {1}))
                .usingRecursiveComparison()
                .isEqualTo(fitted().encode(table(), new int[] {2}));
    }

    /** Of two classes the rarer one is asked for, which rows of a fold may tell otherwise. */
    @Test
    void networks_that_answer_together_read_classes_alike() {
        var group = new TaskSpec("group", TaskType.BINARY);
        var table = Samples.table(
                Map.of("group", Samples.texts("a", "a", "b", "b", "b"), "x", Samples.numbers(1, 2, 3, 4, 5)));
        var input = List.of(new InputSpec("table", Modality.TABULAR, List.of("x")));
        Map<String, FeaturizerSpec> features = Map.of("table", TabularFeatures.standard());
        var all = Preprocessor.fit(table, new int[] {0, 1, 2, 3, 4}, input, features, List.of(group));
        int[] fold = {0, 1, 2};
        assertThat(all.codec("group").classes()).containsExactly("b", "a");
        assertThat(Preprocessor.fit(table, fold, input, features, List.of(group))
                        .codec("group")
                        .classes())
                .containsExactly("a", "b");
        assertThat(Preprocessor.reading(table, fold, input, features, all.codecs())
                        .codec("group")
                        .classes())
                .containsExactly("b", "a");
    }

    @Test
    void json_brings_back_the_same_numbers() {
        var read = Preprocessor.fromJson(fitted().toJson());
        assertThat(read.toJson()).isEqualTo(fitted().toJson());
        assertThat(read.layouts()).isEqualTo(fitted().layouts());
        assertThat(read.encode(table(), Samples.all(4)))
                .usingRecursiveComparison()
                .isEqualTo(fitted().encode(table(), Samples.all(4)));
    }

    @Test
    void what_is_wrong_is_named() {
        assertThatThrownBy(() -> Preprocessor.fromJson("{]")).hasMessageContaining("no preprocessor");
        assertThatThrownBy(() -> fitted().codec("other")).hasMessageContaining("(other)");
        assertThatThrownBy(() -> Preprocessor.fit(table(), Samples.all(4), List.of(TABLE), Map.of(), TASKS))
                .hasMessageContaining("(table) has no features");
        assertThatThrownBy(() -> Preprocessor.fit(
                        table(), Samples.all(4), List.of(TABLE), Map.of("table", new TokenFeatures(9, 9)), TASKS))
                .hasMessageContaining("(table) is TABULAR");
    }
}
