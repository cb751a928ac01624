package io.polyphony.frontend.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.JacksonUtils;
import io.polyphony.engine.evaluation.OperatingCurve;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CurvesOptionTest {
    /** Two rows of each class, said with 0.9 (right), 0.7 (wrong), 0.4 (right), 0.1 (wrong). */
    static OperatingCurve curve() {
        return new OperatingCurve(
                "yes",
                2,
                2,
                0.75,
                0.83,
                new double[] {Math.nextUp(1.0), 0.9, 0.7, 0.4, 0.1},
                new double[] {0, 0, 0.5, 0.5, 1},
                new double[] {0, 0.5, 0.5, 1, 1},
                new double[] {1, 1, 0.5, 2.0 / 3, 0.5});
    }

    @Test
    void a_threshold_lies_where_the_last_row_that_reaches_it_is() {
        assertThat(CurvesOption.at(curve(), 0.95)).isZero();
        assertThat(CurvesOption.at(curve(), 0.9)).isEqualTo(1);
        assertThat(CurvesOption.at(curve(), 0.5)).isEqualTo(2);
        assertThat(CurvesOption.at(curve(), 0.01)).isEqualTo(4);
    }

    @Test
    void the_threshold_in_force_is_a_point_of_both_curves() {
        var roc = series(CurvesOption.roc(List.of(curve()), Map.of("yes", 0.5), Map.of()), "point 0");
        assertThat(roc.get("data").get(0).get("value").toString()).isEqualTo("[0.5,0.5]");
        var both = series(
                CurvesOption.precisionRecall(List.of(curve()), Map.of("yes", 0.3), Map.of("yes", 0.3)), "point 0");
        assertThat(both.get("data").get(0).get("value").get(0).asDouble()).isEqualTo(1);
        assertThat(both.get("data").get(0).get("note").asString()).contains("In force, yes from 0.3000 on");
    }

    @Test
    void a_threshold_that_is_thought_of_is_a_point_of_its_own_until_it_is_in_force() {
        var option = CurvesOption.roc(List.of(curve()), Map.of("yes", 0.5), Map.of("yes", 0.3));
        assertThat(series(option, "point 0").get("data").get(0).get("value").toString())
                .isEqualTo("[0.5,0.5]");
        assertThat(series(option, "thought 0").get("data").get(0).get("value").toString())
                .isEqualTo("[0.5,1.0]");
        assertThat(series(option, "thought 0").get("data").get(0).get("note").asString())
                .startsWith("New, yes from 0.3000 on");
        var kept = CurvesOption.roc(List.of(curve()), Map.of("yes", 0.3), Map.of("yes", 0.3));
        assertThat(JacksonUtils.mapToJson(kept).toString()).doesNotContain("thought 0");
    }

    @Test
    void without_thresholds_there_is_no_point_and_one_curve_needs_no_legend() {
        var option = CurvesOption.roc(List.of(curve()), Map.of(), Map.of());
        assertThat(JacksonUtils.mapToJson(option).toString()).doesNotContain("point 0");
        assertThat(option).doesNotContainKey("legend");
        assertThat(CurvesOption.roc(List.of(curve(), curve()), Map.of(), Map.of()))
                .containsKey("legend");
    }

    private static JsonNode series(Map<String, Object> option, String id) {
        return StreamSupport.stream(JacksonUtils.mapToJson(option).get("series").spliterator(), false)
                .filter(series -> series.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
