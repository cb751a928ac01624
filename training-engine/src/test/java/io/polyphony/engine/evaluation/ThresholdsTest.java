package io.polyphony.engine.evaluation;

import static io.polyphony.engine.evaluation.Predictions.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    /** A rare class whose probabilities never reach one half, but are well ranked. */
    private final TaskPredictions rare =
            scores(new int[] {0, 0, 0, 0, 1, 0, 1, 1}, 0.01, 0.02, 0.05, 0.1, 0.2, 0.22, 0.3, 0.4);

    @Test
    void finds_where_the_metric_is_best() {
        assertThat(Metrics.evaluate("f1", rare)).isZero();
        var thresholds = Thresholds.tuned(rare, "f1");
        assertThat(thresholds.values().getFirst()).isCloseTo(0.15, within(1e-6));
        assertThat(Metrics.evaluate("f1", rare.decided(thresholds))).isCloseTo(6 / 7.0, within(1e-9));
        assertThat(thresholds.says(0, 0.2)).isTrue();
        assertThat(thresholds.says(0, 0.1)).isFalse();
        assertThat(thresholds.byName(TaskType.BINARY, rare.classes()))
                .isEqualTo(Map.of("yes", thresholds.values().getFirst()));
    }

    /**
     * Ranking metrics have no threshold. Two hits of three and no false alarm are as good as three hits and one false alarm, but
     * for chance: .745 is within (1 - .775^2) / sqrt(8) of .775. One hit, .488, is not.
     */
    @Test
    void aims_at_the_correlation_where_the_metric_knows_no_decisions() {
        var thresholds = Thresholds.tuned(rare, "roc_auc");
        assertThat(thresholds.values().getFirst()).isCloseTo(0.26, within(1e-6));
        assertThat(Metrics.evaluate("mcc", rare.decided(thresholds))).isCloseTo(10 / Math.sqrt(180), within(1e-9));
        assertThat(Thresholds.tuned(rare, "mcc").values().getFirst()).isCloseTo(0.15, within(1e-6));
    }

    /** With ten times as many rows the same difference is no chance any more. */
    @Test
    void follows_the_correlation_where_there_are_rows_enough() {
        var classes = new int[800];
        var probabilities = new double[800];
        Arrays.setAll(probabilities, i -> rare.scores()[i % 8][1]);
        Arrays.setAll(classes, i -> i % 8 == 4 || i % 8 > 5 ? 1 : 0);
        var many = scores(classes, probabilities);
        assertThat(Thresholds.tuned(many, "roc_auc").values().getFirst()).isCloseTo(0.15, within(1e-6));
    }

    /** The second example of a rare class is found among four false alarms: not worth it, though the balanced accuracy would say so. */
    @Test
    void does_not_buy_a_rare_class_with_many_false_alarms() {
        var classes = new int[21];
        classes[0] = 1;
        classes[5] = 1;
        var probabilities = new double[21];
        Arrays.setAll(probabilities, i -> 0.9 - 0.04 * i);
        var rows = scores(classes, probabilities);
        assertThat(Metrics.evaluate("accuracy", rows.decided(Thresholds.tuned(rows, "roc_auc"))))
                .isCloseTo(20 / 21.0, within(1e-9));
        assertThat(Metrics.evaluate("accuracy", rows.decided(Thresholds.tuned(rows, "balanced_accuracy"))))
                .isCloseTo(17 / 21.0, within(1e-9));
    }

    @Test
    void changes_decisions_but_neither_ranking_nor_probabilities() {
        var decided = rare.decided(new Thresholds(List.of(0.15)));
        for (var metric : List.of("roc_auc", "pr_auc", "log_loss", "brier", "ece")) {
            assertThat(Metrics.evaluate(metric, decided)).as(metric).isEqualTo(Metrics.evaluate(metric, rare));
        }
        for (int row = 0; row < rare.rows(); row++) {
            assertThat(decided.predictedClass(row) == 1).isEqualTo(rare.scores()[row][1] >= 0.15);
        }
        assertThat(decided.select(new int[] {4}).known().predictedClass(0)).isEqualTo(1);
    }

    @Test
    void stays_at_one_half_where_nothing_is_better() {
        assertThat(Thresholds.tuned(scores(new int[] {0, 1}, 0.2, 0.8), "accuracy")
                        .values())
                .containsExactly(0.5);
        assertThat(Thresholds.tuned(scores(new int[] {1, 1}, 0.4, 0.4), "f1").values())
                .containsExactly(0.5);
        assertThat(Thresholds.tuned(scores(new int[0]), "f1").values()).containsExactly(0.5);
    }

    /** The first label is underrated, the second overrated, the third has too few examples. */
    @Test
    void every_label_gets_its_own() {
        var scores = new float[8][];
        var truth = new float[24];
        for (int row = 0; row < 8; row++) {
            boolean there = row < 4;
            scores[row] = new float[] {there ? 0.3f : 0.1f, there ? 0.9f : 0.7f, row == 0 ? 0.2f : 0.1f};
            truth[row * 3] = there ? 1 : 0;
            truth[row * 3 + 1] = there ? 1 : 0;
            truth[row * 3 + 2] = row == 0 ? 1 : 0;
        }
        var labels = Predictions.of(TaskType.MULTILABEL, List.of("a", "b", "c"), scores, truth);
        var thresholds = Thresholds.tuned(labels, "pr_auc");
        assertThat(thresholds.values().get(0)).isCloseTo(0.2, within(1e-6));
        assertThat(thresholds.values().get(1)).isCloseTo(0.8, within(1e-6));
        assertThat(thresholds.values().get(2)).isEqualTo(0.5);
        var decided = labels.decided(thresholds);
        assertThat(decided.predictedLabels(0)).containsExactly("a", "b");
        assertThat(decided.predictedLabels(7)).isEmpty();
        assertThat(Metrics.evaluate("macro_f1", decided)).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void quantities_have_none() {
        var values = Predictions.regression(new double[] {1, 2}, 1, 2);
        assertThat(Thresholds.tuned(values, "mae")).isEqualTo(Thresholds.NONE);
        assertThat(Thresholds.fit(TaskType.REGRESSION)).isFalse();
    }

    @Test
    void certain_thresholds_are_refused() {
        assertThatThrownBy(() -> new Thresholds(List.of(1.0))).hasMessageContaining("(1.0)");
        assertThatThrownBy(() -> new Thresholds(List.of(Double.NaN))).hasMessageContaining("(NaN)");
    }
}
