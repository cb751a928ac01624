package io.polyphony.engine.evaluation;

import static io.polyphony.engine.evaluation.Predictions.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ThresholdTest {
    /** A rare class whose probabilities never reach one half, but are well ranked. */
    private final TaskPredictions rare =
            scores(new int[] {0, 0, 0, 0, 1, 0, 1, 1}, 0.01, 0.02, 0.05, 0.1, 0.2, 0.22, 0.3, 0.4);

    @Test
    void finds_where_the_metric_is_best() {
        assertThat(Metrics.evaluate("f1", rare)).isZero();
        var threshold = Threshold.tuned(rare, "f1");
        assertThat(threshold.value()).isCloseTo(0.15, within(1e-6));
        assertThat(Metrics.evaluate("f1", threshold.applied(rare))).isCloseTo(6 / 7.0, within(1e-9));
        assertThat(threshold.says(0.2)).isTrue();
        assertThat(threshold.says(0.1)).isFalse();
    }

    @Test
    void changes_decisions_but_not_the_ranking() {
        var applied = new Threshold(0.15).applied(rare);
        assertThat(Metrics.evaluate("roc_auc", applied)).isEqualTo(Metrics.evaluate("roc_auc", rare));
        for (int row = 0; row < rare.rows(); row++) {
            assertThat(applied.predictedClass(row) == 1).isEqualTo(rare.scores()[row][1] >= 0.15);
        }
    }

    @Test
    void stays_at_one_half_where_nothing_is_better() {
        assertThat(Threshold.tuned(scores(new int[] {0, 1}, 0.2, 0.8), "accuracy")
                        .value())
                .isEqualTo(0.5);
        assertThat(Threshold.tuned(scores(new int[] {1, 1}, 0.4, 0.4), "f1").value())
                .isEqualTo(0.5);
    }

    @Test
    void certain_thresholds_are_refused() {
        assertThatThrownBy(() -> new Threshold(1)).hasMessageContaining("(1.0)");
    }
}
