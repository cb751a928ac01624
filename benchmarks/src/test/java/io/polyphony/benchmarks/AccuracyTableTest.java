package io.polyphony.benchmarks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.benchmarks.accuracy.AccuracyTable;
import org.junit.jupiter.api.Test;

class AccuracyTableTest {

    /** It used to print nothing and to look as if all were well. */
    @Test
    void a_case_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> AccuracyTable.main(new String[] {"nowhere", "1", "av_digits"}))
                .hasMessageContaining("There is no case (av_digits) of the benchmark of accuracy. Maybe one of [")
                .hasMessageContaining("digits");
    }
}
