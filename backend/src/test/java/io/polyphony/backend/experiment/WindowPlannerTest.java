package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlannerTest {
    @ParameterizedTest
    @CsvSource({
        "24, 17420, true, 336", // hours of two years: two weeks
        "96, 17420, true, 336", // more would be more than a few times the horizon
        "192, 17420, true, 512", // the longest
        "1, 17420, true, 48", // the shortest
        "24, 1000, true, 112", // an eighth, in whole patches
        "12, 144, true, 16",
        "6, 60, true, 7", // no patch
        "1, 5, true, 1",
        "4, 80, false, 16", // beside others a quarter of twenty
        "24, 1000, false, 112",
        "48, 900, false, 176" // what the horizon asks for is within the quarter
    })
    void sees_a_few_times_the_horizon_and_more_of_long_series(int horizon, int rows, boolean alone, int steps) {
        assertThat(WindowPlanner.lookback(horizon, rows, alone)).isEqualTo(steps);
    }
}
