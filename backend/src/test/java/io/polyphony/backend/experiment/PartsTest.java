package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final Parts shops = Parts.by(new @Nullable String[] {"a", "b", "a", null, null, "b"});
    private final Parts items = Parts.by(new @Nullable String[] {"x", "x", "x", "x", "y", "y"});

    @Test
    void rows_that_are_equal_are_one_part_those_without_a_word_too() {
        assertThat(shops.of()).containsExactly(0, 1, 0, 2, 2, 1);
        assertThat(shops.count()).isEqualTo(3);
    }

    @Test
    void by_both_rows_are_equal_that_are_so_in_both() {
        var both = shops.with(items);
        assertThat(both.of()).containsExactly(0, 1, 0, 2, 3, 4);
        assertThat(Parts.together(shops, items)).isEqualTo(both.count()).isEqualTo(5);
        assertThat(Parts.together(Parts.one(6), items)).isEqualTo(2);
        assertThat(Parts.together(Parts.one(0))).isZero();
    }

    /** Dates 0 0 1 2 4 5, rows in the order 5 4 3 2 1 0 of time. */
    @Test
    void a_part_goes_on_in_steps_of_dates() {
        var dates = Parts.by(new @Nullable String[] {"5", "4", "2", "1", "0", "0"});
        var parts = Parts.by(new @Nullable String[] {"a", "a", "b", "a", "a", "b"});
        assertThat(parts.typicalStep(dates, new int[] {5, 4, 3, 2, 1, 0}))
                .as("a: 1, 2, 1 among the dates that there are; b: 2")
                .isEqualTo(2);
        assertThat(Parts.by(new @Nullable String[] {"a", "b"}).typicalStep(Parts.one(2), new int[] {0, 1}))
                .isZero();
    }

    @Test
    void parts_have_a_largest_and_a_typical_size() {
        var parts = Parts.by(new @Nullable String[] {"a", "a", "a", "a", "b", "b", "c"});
        assertThat(parts.largest()).isEqualTo(4);
        assertThat(parts.typical()).isEqualTo(2);
    }
}
