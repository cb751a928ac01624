package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"1 2.5 -3e2", "[0.1, null, 2]", "1;2|3;nan", "[]", ""})
    void numbers_in_whatever_brackets_are_a_series(String cell) {
        assertThat(SeriesText.stranger(cell)).isEmpty();
    }

    @Test
    void channels_are_parted_by_bars_and_gaps_are_no_numbers() {
        assertThat(SeriesText.numbers("[1, nan, x] | 2.5"))
                .containsExactly(new double[] {1, Double.NaN, Double.NaN}, new double[] {2.5});
    }

    @ParameterizedTest
    @CsvSource({"abc, abc", "1 x 3, x", "true, true"})
    void what_is_no_number_is_named(String cell, String stranger) {
        assertThat(SeriesText.stranger(cell)).contains(stranger);
    }
}
