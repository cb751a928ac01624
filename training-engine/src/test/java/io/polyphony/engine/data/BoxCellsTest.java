package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoxCellsTest {
    private static final Box CAT = new Box("cat", 1, 2, 3, 4.5);
    private static final Box DOG = new Box("large dog", 10, 0, 7, 8);

    @Test
    void json_and_words_say_the_same() {
        assertThat(BoxCells.of("cat 1 2 3 4.5; large dog 10 0 7 8")).containsExactly(CAT, DOG);
        assertThat(BoxCells.of("""
                                [{"x":1,"y":2,"w":3,"h":4.5,"label":"cat"},
                                 {"label":"large dog","x":10,"y":0,"w":7,"h":8,"crowd":false}]""")).containsExactly(CAT, DOG);
    }

    @Test
    void json_has_other_names_for_the_same_sides() {
        assertThat(BoxCells.of("{\"x\":1,\"y\":2,\"width\":3,\"height\":4.5,\"class\":\"cat\"}"))
                .containsExactly(CAT);
        assertThat(BoxCells.of("""
                                [{"left":1,"top":2,"width":3,"height":4.5,"category":"cat"},
                                 {"name":"large dog","xmin":10,"ymin":0,"xmax":17,"ymax":8}]""")).containsExactly(CAT, DOG);
    }

    @Test
    void an_empty_list_is_a_picture_without_anything() {
        assertThat(BoxCells.of("[]")).isEmpty();
        assertThat(BoxCells.of(" ; ")).isEmpty();
        assertThat(BoxCells.readable("[]")).isTrue();
    }

    @Test
    void what_is_no_box_is_refused_with_the_cell_and_a_cure() {
        for (var cell : new String[] {
            "cat",
            "cat 1 2 3",
            "1 2 3 4",
            "cat 1 2 3 x",
            "cat 1 2 0 4",
            "cat 1 2 NaN 4",
            "[{\"x\":1,\"y\":2,\"w\":3,\"label\":\"cat\"}]",
            "[\"sports\", \"news\"]",
            "[1, 2, 3]",
            "[{"
        }) {
            assertThat(BoxCells.readable(cell)).as(cell).isFalse();
            assertThatThrownBy(() -> BoxCells.of(cell))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("The cell (" + cell)
                    .hasMessageContaining("Maybe write them as label x y w h");
        }
    }
}
