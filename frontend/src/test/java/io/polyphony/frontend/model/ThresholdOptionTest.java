package io.polyphony.frontend.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.JacksonUtils;
import io.polyphony.engine.evaluation.OperatingCurve;
import org.junit.jupiter.api.Test;

class ThresholdOptionTest {
    private final OperatingCurve curve = new OperatingCurve(
            "yes",
            1,
            3,
            0.9,
            0.9,
            new double[] {Math.nextUp(1.0), 0.8, 0.4},
            new double[] {0, 0, 1.0 / 3},
            new double[] {0, 1, 1},
            new double[] {1, 1, 0.5});

    /** What is drawn between two thresholds is what the upper one brings, as the table beside says. */
    @Test
    void lines_hold_from_a_threshold_down_to_the_next() {
        var precision = JacksonUtils.mapToJson(ThresholdOption.of(curve, 0.5, 0.5))
                .get("series")
                .get(0);
        assertThat(precision.get("step").asString()).isEqualTo("start");
        assertThat(precision.get("data").toString()).isEqualTo("[[0.4,0.5],[0.8,1.0]]");
        assertThat(Operating.of(curve, 0.6).precision()).isEqualTo(1);
    }

    @Test
    void a_threshold_that_is_thought_of_stands_beside_the_one_in_force() {
        assertThat(ThresholdOption.of(curve, 0.5, 0.5).toString()).doesNotContain("formatter=new");
        assertThat(ThresholdOption.of(curve, 0.5, 0.7).toString())
                .contains("formatter=in force", "formatter=new", "xAxis=0.7");
    }
}
