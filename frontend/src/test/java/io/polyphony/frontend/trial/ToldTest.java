package io.polyphony.frontend.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.evaluation.Calibration;
import io.polyphony.engine.evaluation.ConfusionMatrix;
import io.polyphony.engine.evaluation.OperatingCurve;
import io.polyphony.engine.evaluation.Residuals;
import io.polyphony.engine.evaluation.StepErrors;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {
    @Test
    void the_most_frequent_mistake_is_named_first() {
        var matrix = new ConfusionMatrix(List.of("cat", "dog"), new long[][] {{8, 2}, {5, 5}});
        assertThat(Told.mistakes(matrix).getFirst().words()).isEqualTo("dog taken for cat");
        assertThat(Told.confusion(matrix))
                .isEqualTo(
                        "65 % of 20 rows are right. The most frequent mistakes: dog taken for cat (5), cat taken for dog (2).");
    }

    @Test
    void where_nothing_is_wrong_no_mistake_is_named() {
        var matrix = new ConfusionMatrix(List.of("cat", "dog"), new long[][] {{8, 0}, {0, 5}});
        assertThat(Told.confusion(matrix)).isEqualTo("100 % of 13 rows are right.");
    }

    @Test
    void chance_is_told_beside_areas() {
        var curve = CurvesOptionTest.curve();
        assertThat(Told.roc(List.of(curve))).contains("0.7500 for yes", "Chance reaches 0.5");
        assertThat(Told.precisionRecall(List.of(curve))).contains("Chance reaches 50 %");
        assertThat(Told.precisionRecall(List.of(curve, curve))).doesNotContain("Chance");
    }

    @Test
    void an_undefined_area_is_a_dash() {
        var empty = new OperatingCurve(
                "yes", 0, 4, null, null, new double[] {1}, new double[1], new double[1], new double[1]);
        assertThat(Told.roc(List.of(empty))).contains("– for yes");
    }

    @Test
    void who_says_more_than_is_found_is_too_sure() {
        var sure = new Calibration(new double[] {0.2, 0.9}, new double[] {0.1, 0.6}, new long[] {10, 30});
        assertThat(Told.calibration(sure)).contains("off by 25 %", "too sure");
        var shy = new Calibration(new double[] {0.5}, new double[] {0.9}, new long[] {10});
        assertThat(Told.calibration(shy)).contains("not sure enough");
        var right = new Calibration(new double[] {0.5}, new double[] {0.51}, new long[] {10});
        assertThat(Told.calibration(right)).doesNotContain("sure");
    }

    @Test
    void errors_are_told_by_size_and_side() {
        var residuals = new Residuals(
                0.5, 1, new double[] {-3, -1, 1, 3}, new int[] {1, 0, 3}, new double[] {1}, new double[] {2});
        assertThat(Told.errors(residuals))
                .isEqualTo("The largest error is 3.000; 75 % of the rows are predicted too high.");
    }

    @Test
    void forecasts_are_told_beside_repeating_the_past() {
        var steps = new StepErrors(new double[] {0.1, 0.4}, new double[2], new double[] {0.2, 0.3});
        assertThat(Told.steps(steps)).contains("0.1000 one step ahead to 0.4000 at step 2", "at 1 of 2 steps");
    }
}
