package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelCodecTest {

    private static LabelCodec fit(String... cells) {
        return LabelCodec.fit(
                new TaskSpec("y", TaskType.MULTILABEL),
                Samples.table(Map.of("y", Samples.texts(cells))),
                Samples.all(cells.length));
    }

    @Test
    void names_stand_between_separators_or_in_an_array() {
        assertThat(fit("b; a", "c").classes()).containsExactly("a", "b", "c");
        assertThat(fit("b|a,x", "c").classes()).containsExactly("a,x", "b", "c");
        assertThat(fit("b,a", "a").classes()).containsExactly("a", "b");
        assertThat(fit("[\"a;1\", \"b\"]", "[]").classes()).containsExactly("a;1", "b");
        assertThat(fit("['a', 'b']").classes()).containsExactly("a", "b");
        assertThat(fit("[\"a [x]\", \"b\"]").classes()).containsExactly("a [x]", "b");
        assertThat(fit("{b,\"a c\"}", "{}", "{d}").classes()).containsExactly("a c", "b", "d");
    }

    @Test
    void an_empty_cell_is_unknown_and_an_empty_array_is_no_label() {
        var codec = fit("[\"a\"]", "[\"b\"]");
        var labels = codec.encode(
                Samples.table(Map.of("y", Samples.texts("[]", null, "[\"b\", \"new\"]"))), new int[] {0, 1, 2});
        assertThat(labels.values()).containsExactly(0, 0, 0, 0, 0, 1);
        assertThat(labels.mask()).containsExactly(1, 1, 0, 0, 1, 1);
        assertThat(labels.select(new int[] {2}).values()).containsExactly(0, 1);
    }

    @Test
    void lists_of_lists_and_of_objects_are_no_labels() {
        assertThatThrownBy(() -> fit("[[1,2,3,4],[5,6,7,8]]", "[]"))
                .hasMessageContaining("(y) has cells with lists of");
        assertThatThrownBy(() -> fit("[{\"bbox\": [1, 2, 3, 4]}]")).hasMessageContaining("no sets of labels");
    }

    @Test
    void a_column_with_one_label_is_refused() {
        assertThatThrownBy(() -> fit("a", "a"))
                .hasMessageContaining("(y) has 1 labels")
                .hasMessageContaining("separators");
    }
}
