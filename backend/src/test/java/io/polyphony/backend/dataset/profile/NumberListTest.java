package io.polyphony.backend.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberListTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1 2.5 -3e2 ~ 3",
                "[0.1, null, 2] ~ 3",
                "1;NaN|3;4 ~ 4",
                "nan 1 ~ 2",
                "null null 1 ~ 0",
                "nan ~ 0",
                "1 2 lean ~ 0",
                "1 2 x ~ 0"
            })
    void steps_that_nobody_knows_count_where_most_are_known(String cell, int length) {
        assertThat(NumberList.length(cell)).isEqualTo(length);
    }
}
