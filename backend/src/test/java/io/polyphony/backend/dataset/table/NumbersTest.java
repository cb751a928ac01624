package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"1,1", "-2.5,-2.5", "+.5,0.5", "3.,3", "1e3,1000", "2.5E-2,0.025", "' 7 ',7", "007,7"})
    void reads_decimal_numbers(String text, double value) {
        assertThat(Numbers.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "e5",
                "1e",
                "1d",
                "0x1F",
                "NaN",
                "Infinity",
                "1e999",
                "2020-01-01",
                "1 000",
                "12abc",
                "1.2.3"
            })
    void everything_else_is_no_number(String text) {
        assertThat(Numbers.parse(text)).isNaN();
    }
}
