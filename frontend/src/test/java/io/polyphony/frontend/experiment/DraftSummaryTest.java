package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftSummaryTest {
    @Test
    void of_many_inputs_the_first_are_named() {
        assertThat(DraftSummary.some(List.of("image", "age"))).isEqualTo("image, age");
        assertThat(DraftSummary.some(
                        IntStream.range(0, 150).mapToObj(i -> "t" + i).toList()))
                .startsWith("t0, t1, ")
                .endsWith(", t11 and 138 others");
    }
}
