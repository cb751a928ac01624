package io.polyphony.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    /**
     * First numbers: truths 0, 2, errors 1, -1: MAE 1, RMSE 1, variance 1, so R2 0 and relative RMSE 1. Second: truths 10, 30, errors
     * 0, 5: MAE 2.5, RMSE sqrt 12.5, variance 100, R2 0.875, relative RMSE sqrt 0.125.
     */
    @Test
    void metrics_are_means_over_numbers() {
        var predictions = said(new float[][] {{1, 10}, {1, 35}}, new float[] {0, 10, 2, 30}, new float[] {1, 1, 1, 1});
        var metrics = Metrics.evaluate(predictions);
        assertThat(metrics).containsOnlyKeys("arrmse", "mae", "rmse", "r2");
        assertThat(metrics.get("mae")).isCloseTo(1.75, within(1e-9));
        assertThat(metrics.get("rmse")).isCloseTo((1 + Math.sqrt(12.5)) / 2, within(1e-9));
        assertThat(metrics.get("r2")).isCloseTo(0.4375, within(1e-9));
        assertThat(ComponentScore.of(predictions))
                .containsExactly(
                        new ComponentScore(1, 2, 1.0, 1.0, 0.0, 1.0),
                        new ComponentScore(2, 2, 2.5, Math.sqrt(12.5), 0.875, Math.sqrt(0.125)));
        assertThat(metrics.get("arrmse")).isCloseTo((1 + Math.sqrt(0.125)) / 2, within(1e-9));
    }

    @Test
    void a_missing_number_has_no_say_and_its_row_still_has() {
        var predictions =
                said(new float[][] {{1, 10}, {5, 999}, {7, 20}}, new float[] {1, 10, 3, 0, 7, 22}, new float[] {
                    1, 1, 1, 0, 1, 1
                });
        assertThat(Metrics.evaluate(Metrics.MAE, predictions)).isCloseTo((2.0 / 3 + 1) / 2, within(1e-6));
    }

    @Test
    void a_number_that_never_changes_has_no_say_in_shares() {
        var predictions = said(new float[][] {{1, 10}, {2, 11}}, new float[] {1, 7, 2, 7}, new float[] {1, 1, 1, 1});
        assertThat(Metrics.evaluate(Metrics.R2, predictions)).isEqualTo(1);
        assertThat(Metrics.evaluate(Metrics.ARRMSE, predictions)).isZero();
    }

    @Test
    void saying_the_means_is_no_merit() {
        var means = said(new float[][] {{1, 20}, {1, 20}}, new float[] {0, 10, 2, 30}, new float[] {1, 1, 1, 1});
        assertThat(Metrics.evaluate(Metrics.ARRMSE, means)).isCloseTo(1, within(1e-9));
        assertThat(Metrics.normalised(Metrics.ARRMSE, means)).isCloseTo(0, within(1e-9));
        assertThat(Metrics.normalised(Metrics.MAE, means)).isCloseTo(0, within(1e-9));
    }

    private static TaskPredictions said(float[][] scores, float[] truth, float[] mask) {
        return new TaskPredictions(new TaskSpec("v", TaskType.VECTOR), List.of(), scores, truth, mask);
    }
}
