package io.polyphony.engine.evaluation;

import static io.polyphony.engine.evaluation.Predictions.classes;
import static io.polyphony.engine.evaluation.Predictions.regression;
import static io.polyphony.engine.evaluation.Predictions.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Repeated;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against the figures of scikit-learn's documentation, and closed forms. */
class MetricsTest {

    private static final Offset<Double> CLOSE = within(1e-6);

    @Test
    void ranking_metrics_of_the_documented_example() {
        var predictions = scores(new int[] {0, 0, 1, 1}, 0.1, 0.4, 0.35, 0.8);
        assertThat(Metrics.evaluate("roc_auc", predictions)).isCloseTo(0.75, CLOSE);
        assertThat(Metrics.evaluate("pr_auc", predictions)).isCloseTo(5 / 6.0, CLOSE);
    }

    @Test
    void ties_count_half() {
        var predictions = scores(new int[] {0, 1, 0, 1}, 0.5, 0.5, 0.5, 0.5);
        assertThat(Metrics.evaluate("roc_auc", predictions)).isEqualTo(0.5);
        assertThat(Metrics.evaluate("pr_auc", predictions)).isEqualTo(0.5);
        assertThat(Metrics.evaluate("roc_auc", scores(new int[] {0, 1, 1}, 0.3, 0.3, 0.9)))
                .isCloseTo(0.75, CLOSE);
    }

    @Test
    void accuracy_balanced_accuracy_and_f1_of_the_documented_examples() {
        assertThat(Metrics.evaluate("accuracy", classes(4, new int[] {0, 1, 2, 3}, new int[] {0, 2, 1, 3})))
                .isEqualTo(0.5);
        assertThat(Metrics.evaluate(
                        "balanced_accuracy", classes(2, new int[] {0, 1, 0, 0, 1, 0}, new int[] {0, 1, 0, 0, 0, 1})))
                .isCloseTo(0.625, CLOSE);
        assertThat(Metrics.evaluate("macro_f1", classes(3, new int[] {0, 1, 2, 0, 1, 2}, new int[] {0, 2, 1, 0, 0, 1})))
                .isCloseTo(0.8 / 3, CLOSE);
    }

    @Test
    void log_loss_of_the_documented_example() {
        var predictions = scores(new int[] {1, 0, 0, 1}, 0.9, 0.1, 0.2, 0.65);
        assertThat(Metrics.evaluate("log_loss", predictions)).isCloseTo(0.21616187, CLOSE);
    }

    @Test
    void a_certain_mistake_costs_much_but_not_all() {
        assertThat(Metrics.evaluate("log_loss", scores(new int[] {1}, 0.0))).isCloseTo(-Math.log(1e-7), CLOSE);
    }

    @Test
    void regression_metrics_of_the_documented_example() {
        var metrics = Metrics.evaluate(regression(new double[] {3, -0.5, 2, 7}, 2.5, 0, 2, 8));
        assertThat(metrics.get("mae")).isCloseTo(0.5, CLOSE);
        assertThat(metrics.get("rmse")).isCloseTo(Math.sqrt(0.375), CLOSE);
        assertThat(metrics.get("r2")).isCloseTo(1 - 1.5 / 29.1875, CLOSE);
    }

    @Test
    void several_classes_are_ranked_one_against_the_rest() {
        // class 0 ranks perfectly (1), class 1 has one of two pairs wrong (0.5), class 2 ranks perfectly (1)
        var predictions = Predictions.of(
                TaskType.MULTICLASS,
                List.of("a", "b", "c"),
                new float[][] {{.8f, .15f, .05f}, {.3f, .1f, .6f}, {.2f, .12f, .68f}},
                new float[] {0, 1, 2});
        // class 1: rest scores .15 and .12, its own .1: both pairs wrong; class 2: rest .05 and .6, its own .68
        assertThat(Metrics.evaluate("roc_auc", predictions)).isCloseTo((1 + 0 + 1) / 3.0, CLOSE);
    }

    @Test
    void an_undefined_metric_is_left_out() {
        var single = scores(new int[] {1, 1}, 0.4, 0.7);
        assertThat(Metrics.evaluate(single)).doesNotContainKey("roc_auc").containsKeys("accuracy", "log_loss");
        assertThat(Metrics.evaluate("roc_auc", single)).isNaN();
        assertThat(Metrics.normalised("roc_auc", single)).isZero();
        assertThat(Metrics.evaluate(regression(new double[] {2, 2}, 1, 3))).doesNotContainKey("r2");
        assertThat(Metrics.evaluate(scores(new int[0]))).isEmpty();
    }

    @Test
    void rows_of_unknown_truth_do_not_count() {
        var predictions = new TaskPredictions(
                regression(new double[] {0}, 0).task(),
                List.of(),
                new float[][] {{1}, {100}},
                new float[] {2, 0},
                new float[] {1, 0});
        assertThat(Metrics.evaluate("mae", predictions)).isEqualTo(1);
    }

    @Test
    void the_best_constant_is_zero_and_the_truth_is_one() {
        var truth = new int[] {0, 0, 1, 2};
        assertThat(Metrics.normalised("accuracy", classes(3, truth, new int[] {0, 0, 0, 0})))
                .isEqualTo(0);
        assertThat(Metrics.normalised("accuracy", classes(3, truth, new int[] {0, 0, 0, 2})))
                .isCloseTo(0.5, CLOSE);
        assertThat(Metrics.normalised("accuracy", classes(3, truth, truth))).isEqualTo(1);
        assertThat(Metrics.normalised("roc_auc", scores(new int[] {0, 1, 0, 1}, .1, .2, .3, .4)))
                .isCloseTo(0.5, CLOSE);
        var values = new double[] {1, 2, 9};
        assertThat(Metrics.normalised("mae", regression(values, 2, 2, 2))).isEqualTo(0);
        assertThat(Metrics.normalised("mae", regression(values, 1, 2, 9))).isEqualTo(1);
        assertThat(Metrics.normalised("mae", regression(values, 9, 9, 9))).isNegative();
        assertThat(Metrics.normalised("rmse", regression(values, 4, 4, 4))).isCloseTo(0, CLOSE);
        assertThat(Metrics.normalised("r2", regression(values, 4, 4, 4))).isCloseTo(0, CLOSE);
    }

    @Test
    void each_type_has_a_metric_that_speaks_for_it() {
        assertThat(Metrics.primaryFor(TaskType.BINARY)).isEqualTo(new MetricInfo("roc_auc", true, 0, 1));
        assertThat(Metrics.primaryFor(TaskType.MULTICLASS).name()).isEqualTo("accuracy");
        assertThat(Metrics.primaryFor(TaskType.REGRESSION).higherIsBetter()).isFalse();
        assertThat(Metrics.info("mae").better(1, 2)).isTrue();
        assertThat(Metrics.info("mae").better(Double.NaN, 2)).isFalse();
        assertThat(Metrics.info("roc_auc").better(0.6, Double.NaN)).isTrue();
        assertThatThrownBy(() -> Metrics.info("f2"))
                .hasMessageContaining("(f2)")
                .hasMessageContaining("macro_f1");
    }

    /** The examples of scikit-learn's documentation, by function. */
    @Test
    void agreement_of_the_documented_examples() {
        // matthews_corrcoef: -0.33...
        assertThat(Metrics.evaluate("mcc", classes(2, new int[] {1, 1, 1, 0}, new int[] {1, 0, 1, 1})))
                .isCloseTo(-1 / 3.0, CLOSE);
        // cohen_kappa_score of negative, positive, neutral: 0.6875
        var predictions = classes(3, new int[] {0, 1, 0, 2, 1}, new int[] {0, 1, 0, 2, 0});
        assertThat(Metrics.evaluate("kappa", predictions)).isCloseTo(0.6875, CLOSE);
        assertThat(Metrics.evaluate("mcc", classes(3, new int[] {0, 1, 2}, new int[] {1, 1, 1})))
                .isZero();
    }

    /** Costs 1 and 1 of four rows; by chance (truths 1, 1, 2; guesses 1, 1, 2) 22 / 4: kappa is 1 - 2 / 5.5. */
    @Test
    void quadratic_kappa_counts_distances() {
        var predictions = new TaskPredictions(
                new TaskSpec("task", TaskType.ORDINAL),
                List.of("0", "1", "2"),
                classes(3, new int[] {0, 1, 2, 2}, new int[] {0, 2, 2, 1}).scores(),
                new float[] {0, 1, 2, 2},
                new float[] {1, 1, 1, 1});
        assertThat(Metrics.evaluate("quadratic_kappa", predictions)).isCloseTo(1 - 2 / 5.5, CLOSE);
        assertThat(Metrics.evaluate("class_distance", predictions)).isCloseTo(0.5, CLOSE);
        assertThat(Metrics.normalised(predictions)).isCloseTo(1 - 2 / 5.5, CLOSE);
    }

    @Test
    void probabilities_of_the_documented_examples() {
        // brier_score_loss: 0.0375
        assertThat(Metrics.evaluate("brier", scores(new int[] {0, 1, 1, 0}, 0.1, 0.9, 0.8, 0.3)))
                .isCloseTo(0.0375, CLOSE);
        // top_k_accuracy_score with k = 2: 0.75
        var predictions = Predictions.of(
                TaskType.MULTICLASS,
                List.of("a", "b", "c"),
                new float[][] {{.5f, .2f, .2f}, {.3f, .4f, .2f}, {.2f, .4f, .3f}, {.7f, .2f, .1f}},
                new float[] {0, 1, 2, 2});
        assertThat(Classification.topAccuracy(predictions, 2)).isCloseTo(0.75, CLOSE);
        assertThat(Metrics.evaluate(predictions)).doesNotContainKey("top_3_accuracy");
    }

    /** Two rows at 0.9, one of them wrong, and two at 0.6, both right: gaps of 0.4 and 0.4 over half of the rows each. */
    @Test
    void calibration_error_is_the_gap_between_confidence_and_hits() {
        assertThat(Metrics.evaluate("ece", scores(new int[] {1, 0, 1, 1}, 0.9, 0.9, 0.6, 0.6)))
                .isCloseTo(0.4, CLOSE);
    }

    /** precision_recall_fscore_support of cats, dogs and pigs: 0.22..., 0.33..., 0.26... */
    @Test
    void precision_and_recall_of_the_documented_example() {
        var predictions = classes(3, new int[] {0, 1, 2, 0, 1, 2}, new int[] {0, 2, 1, 0, 0, 1});
        assertThat(Metrics.evaluate("macro_precision", predictions)).isCloseTo(2 / 9.0, CLOSE);
        assertThat(Metrics.evaluate("macro_recall", predictions)).isCloseTo(1 / 3.0, CLOSE);
        assertThat(Metrics.evaluate("weighted_f1", predictions)).isCloseTo(0.8 / 3, CLOSE);
        assertThat(Metrics.evaluate("weighted_precision", predictions)).isCloseTo(2 / 9.0, CLOSE);
        // f1_score(average="micro"): 0.33...
        assertThat(Metrics.evaluate("micro_f1", predictions)).isCloseTo(1 / 3.0, CLOSE);
        var uneven = classes(2, new int[] {0, 0, 0, 1}, new int[] {0, 0, 1, 1});
        assertThat(Metrics.evaluate("precision", uneven)).isCloseTo(0.5, CLOSE);
        assertThat(Metrics.evaluate("recall", uneven)).isEqualTo(1);
        assertThat(Metrics.evaluate("f1", uneven)).isCloseTo(2 / 3.0, CLOSE);
        assertThat(Metrics.evaluate("weighted_f1", uneven)).isCloseTo(0.75 * 0.8 + 0.25 * 2 / 3, CLOSE);
    }

    @Test
    void errors_of_values_of_the_documented_examples() {
        // mean_absolute_percentage_error: 0.3273...
        assertThat(Metrics.evaluate("mape", regression(new double[] {3, -0.5, 2, 7}, 2.5, 0, 2, 8)))
                .isCloseTo(0.3273809523, CLOSE);
        // mean_pinball_loss with alpha 0.1 and 0.9: 0.3 and 0.033...
        assertThat(Metrics.evaluate("pinball_10", regression(new double[] {1, 2, 3}, 1, 2, 4)))
                .isCloseTo(0.3, CLOSE);
        assertThat(Metrics.evaluate("pinball_90", regression(new double[] {1, 2, 3}, 1, 2, 4)))
                .isCloseTo(0.1 / 3, CLOSE);
        // mean_poisson_deviance: 1.4260...
        assertThat(Metrics.evaluate("poisson_deviance", regression(new double[] {2, 0, 1, 4}, 0.5, 0.5, 2, 2)))
                .isCloseTo(1.4260, within(1e-4));
    }

    @Test
    void label_sets_of_the_documented_example() {
        // scikit-learn: f1_score, hamming_loss and accuracy_score of the same truths and answers
        var predictions = Predictions.of(
                TaskType.MULTILABEL,
                List.of("a", "b", "c"),
                new float[][] {{0.9f, 0.1f, 0.2f}, {0.8f, 0.6f, 0.1f}, {0.3f, 0.7f, 0.4f}},
                new float[] {1, 0, 1, 0, 1, 0, 0, 1, 0});
        assertThat(Metrics.evaluate("micro_f1", predictions)).isCloseTo(0.75, CLOSE);
        assertThat(Metrics.evaluate("macro_f1", predictions)).isCloseTo((2 / 3.0 + 1 + 0) / 3, CLOSE);
        assertThat(Metrics.evaluate("subset_accuracy", predictions)).isCloseTo(1 / 3.0, CLOSE);
        assertThat(Metrics.evaluate("hamming_loss", predictions)).isCloseTo(2 / 9.0, CLOSE);
        assertThat(Metrics.evaluate("roc_auc", predictions)).isCloseTo((1 + 1 + 0.5) / 3, CLOSE);
        assertThat(Metrics.normalised("micro_f1", predictions)).isBetween(-1.0, 1.0);
        // precision_score and recall_score of the same: hits 3, extra 1, missed 1
        assertThat(Metrics.evaluate("micro_precision", predictions)).isCloseTo(0.75, CLOSE);
        assertThat(Metrics.evaluate("micro_recall", predictions)).isCloseTo(0.75, CLOSE);
        assertThat(Metrics.evaluate("macro_precision", predictions)).isCloseTo((0.5 + 1 + 0) / 3, CLOSE);
        assertThat(Metrics.evaluate("macro_recall", predictions)).isCloseTo((1 + 1 + 0) / 3.0, CLOSE);
        // roc_auc_score(average="micro"): of the 20 pairs of .9 .6 .7 .2 and .1 .8 .1 .3 .4, five are wrong (.2 below
        // .3 .4 .8, .6 .7 below .8)
        assertThat(Metrics.evaluate("micro_roc_auc", predictions)).isCloseTo(1 - 5 / 20.0, CLOSE);
    }

    /** The second cell of the first row is not known: it is neither a hit nor a mistake. */
    @Test
    void labels_of_unknown_truth_do_not_count() {
        var predictions = new TaskPredictions(
                new TaskSpec("task", TaskType.MULTILABEL),
                List.of("a", "b"),
                new float[][] {{0.9f, 0.9f}, {0.2f, 0.8f}},
                new float[] {1, 0, 0, 1},
                new float[] {1, 0, 1, 1});
        var metrics = Metrics.evaluate(predictions);
        assertThat(metrics)
                .containsEntry("micro_f1", 1.0)
                .containsEntry("hamming_loss", 0.0)
                .containsEntry("subset_accuracy", 1.0)
                .containsEntry("macro_precision", 1.0);
        assertThat(LabelScore.of(predictions).get(1).predicted()).isEqualTo(1);
    }

    @Test
    void forecasts_err_in_units_of_the_train_deviation() {
        var predictions = new TaskPredictions(
                new TaskSpec("task", TaskType.FORECAST),
                List.of(),
                new float[][] {{2, 4}, {0, 0}},
                new float[] {0, 0, 2, 9},
                new float[] {1, 1, 1, 0},
                new TaskPredictions.Yardstick(new Repeated(new float[] {4, 4, 4, 4}, new float[] {2, 0.5f}), 2));
        assertThat(Metrics.evaluate("mse", predictions)).isCloseTo((1 + 4 + 1) / 3.0, CLOSE);
        assertThat(Metrics.evaluate("mae", predictions)).isCloseTo((1 + 2 + 1) / 3.0, CLOSE);
        assertThat(Metrics.evaluate("mase", predictions)).isCloseTo((2 / 2 + 4 / 2 + 2 / 0.5) / 3, CLOSE);
        assertThat(Metrics.evaluate("mse_first_step", predictions)).isCloseTo(1, CLOSE);
        assertThat(Metrics.evaluate("mse_last_step", predictions)).isCloseTo(4, CLOSE);
        assertThat(Metrics.evaluate("mse_naive", predictions)).isCloseTo((4 + 4 + 1) / 3.0, CLOSE);
        assertThat(Metrics.normalised(predictions)).isCloseTo(1 - 6 / 9.0, CLOSE);
        assertThat(Metrics.evaluate("mase", predictions.select(new int[] {1, 1, 0})))
                .as("rows keep their own yardstick")
                .isCloseTo((4 + 4 + 1 + 2) / 4.0, CLOSE);
    }

    @Test
    void a_past_that_repeats_itself_is_no_yardstick() {
        var yardstick =
                new TaskPredictions.Yardstick(new Repeated(new float[] {1, 1, 1}, new float[] {0, 3, Float.NaN}), 1);
        var predictions = new TaskPredictions(
                new TaskSpec("task", TaskType.FORECAST),
                List.of(),
                new float[][] {{5}, {6}, {7}},
                new float[3],
                new float[] {1, 1, 1},
                yardstick);
        assertThat(Metrics.evaluate("mase", predictions)).isCloseTo(2, CLOSE);
        assertThat(Metrics.evaluate("mase", predictions.select(new int[] {0}))).isNaN();
    }
}
