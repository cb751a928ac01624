package io.polyphony.backend.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.BoxCells;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoxProfileTest {

    @Test
    void cells_of_boxes_are_recognised_in_both_ways_of_writing() {
        assertThat(watched("cat 1 2 3 4; dog 5 6 7 8", "[]", "big dog 1 2 3 4").labels())
                .isEqualTo(3);
        var json = watched("[{\"x\":1,\"y\":2,\"w\":3,\"h\":4,\"label\":\"cat\"}]", "[]");
        assertThat(json.labels()).isEqualTo(1);
        assertThat(json.examples()).containsExactly("cat");
    }

    @Test
    void lists_of_numbers_empty_lists_and_texts_are_no_boxes() {
        assertThat(watched("1 2 3 4 5", "6 7 8 9 10").labels()).isZero();
        assertThat(watched("[]", "[]").labels()).isZero();
        assertThat(watched("cat 1 2 3 4", "a cat of four").labels()).isZero();
        assertThat(watched("drama; crime", "drama").labels()).isZero();
    }

    /** The engine reads what is recognised here. */
    @Test
    void it_recognises_what_the_engine_reads() {
        for (var cell : List.of(
                "cat 1 2 3 4",
                "cat 1 2 3 4.5; large dog 10 0 7 8",
                "cat 1 2 0 4",
                "cat 1 2 NaN 4",
                "cat 1 2 3",
                "cat 1 2 3 x",
                "[{\"x\":1,\"y\":2,\"w\":3,\"h\":4,\"label\":\"cat\",\"crowd\":false}]",
                "[{\"x\":1,\"y\":2,\"w\":3,\"label\":\"cat\"}]",
                "{\"x\":1,\"y\":2,\"width\":3,\"height\":4,\"class\":\"cat\"}",
                "[\"sports\"]",
                "[1, 2]",
                "[{")) {
            assertThat(watched(cell).labels() > 0).as(cell).isEqualTo(BoxCells.readable(cell));
        }
    }

    private static BoxProfile watched(String... cells) {
        var profile = new BoxProfile();
        List.of(cells).forEach(profile::cell);
        return profile;
    }
}
