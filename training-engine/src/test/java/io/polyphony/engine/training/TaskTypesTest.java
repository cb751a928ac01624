package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.evaluation.Aims;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Average;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.loss.RegressionLoss;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.weighting.Equal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Grades, counts, quantiles and rare classes from one number that tells them, from raw rows to predictions. */
class TaskTypesTest {
    private static final int ROWS = 900;
    private static final int TRAIN = 600;
    private final double[] x = new double[ROWS];
    private final Table table = table();

    private Table table() {
        var random = new SplittableRandom(5);
        var grade = new double[ROWS];
        var count = new double[ROWS];
        var noise = new double[ROWS];
        var coin = new double[ROWS];
        var rare = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            x[row] = 4 * random.nextDouble() - 2;
            grade[row] = Math.clamp(Math.round(x[row] + 2 + 0.2 * random.nextGaussian()), 0, 4);
            count[row] = poisson(3 * Math.exp(0.8 * x[row]), random);
            noise[row] = random.nextDouble();
            coin[row] = random.nextDouble() < 0.3 ? 1 : 0;
            rare[row] = x[row] > 1.8 ? "yes" : "no";
        }
        return Samples.table(Map.of(
                "x", Samples.numbers(x),
                "grade", Samples.numbers(grade),
                "count", Samples.numbers(count),
                "noise", Samples.numbers(noise),
                "coin", Samples.numbers(coin),
                "rare", Samples.texts(rare)));
    }

    /** Knuth's: how many uniform numbers can be multiplied before the product falls below e^-mean. */
    private static double poisson(double mean, SplittableRandom random) {
        int count = -1;
        for (double product = 1; product > Math.exp(-mean); count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    @Test
    void grades_are_learned_in_order() {
        var model = trained(new TaskSpec("grade", TaskType.ORDINAL), 0);
        var predictions = predict(model, "grade");
        assertThat(predictions.classes()).containsExactly("0", "1", "2", "3", "4");
        assertThat(Metrics.evaluate("quadratic_kappa", predictions)).isGreaterThan(0.9);
        for (var row : predictions.scores()) {
            double sum = 0;
            for (float p : row) {
                assertThat(p).isBetween(0f, 1f);
                sum += p;
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
        assertThat(TrainedModel.fromBytes(model.toBytes()).evaluate(table, validation()))
                .isEqualTo(model.evaluate(table, validation()));
    }

    @Test
    void counts_are_expected_as_they_are() {
        var model = trained(new TaskSpec("count", TaskType.COUNT), 0);
        var predictions = predict(model, "count");
        double squares = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            double expected = 3 * Math.exp(0.8 * x[TRAIN + row]);
            double ratio = predictions.scores()[row][0] / expected;
            squares += Math.pow(Math.log(ratio), 2) / predictions.rows();
        }
        assertThat(Math.sqrt(squares)).as("how far off, as a factor").isLessThan(0.25);
    }

    @Test
    void nine_of_ten_targets_stay_below_the_upper_quantile() {
        var model = trained(Aims.task("noise", TaskType.REGRESSION, Metrics.PINBALL_90), 0);
        var predictions = predict(model, "noise");
        long below = IntStream.range(0, predictions.rows())
                .filter(row -> predictions.truth()[row] <= predictions.scores()[row][0])
                .count();
        assertThat((double) below / predictions.rows()).isCloseTo(0.9, within(0.05));
    }

    /** Three of ten throws are 1: their median is 0 and their mean 0.3. */
    @Test
    void an_answer_is_the_median_or_the_mean_as_its_metric_wants() {
        var median = predict(trained(new TaskSpec("coin", TaskType.REGRESSION), 0), "coin");
        var mean = predict(trained(Aims.task("coin", TaskType.REGRESSION, Metrics.RMSE), 0), "coin");
        assertThat(List.of(median.scores()))
                .allSatisfy(answer -> assertThat(answer[0]).isZero());
        assertThat(List.of(mean.scores()))
                .allSatisfy(answer -> assertThat(answer[0]).isCloseTo(0.3f, within(0.12f)));
    }

    @Test
    void rare_classes_are_learned_with_the_focal_loss() {
        var model = trained(new TaskSpec("rare", TaskType.BINARY), 2);
        assertThat(Metrics.evaluate("pr_auc", predict(model, "rare"))).isGreaterThan(0.9);
    }

    private TaskPredictions predict(TrainedModel model, String task) {
        return requireNonNull(model.predict(table, validation()).get(task));
    }

    private static int[] validation() {
        return IntStream.range(TRAIN, ROWS).toArray();
    }

    private TrainedModel trained(TaskSpec task, double focus) {
        var input = new InputSpec("table", Modality.TABULAR, List.of("x"));
        var encoder = new TabularMlp(16, 1, 0);
        var network = new NetworkSpec(
                List.of(input), Map.of("table", encoder), new Average(16, 0, 0), List.of(task), new HeadSpec(0, 0));
        var train = IntStream.range(0, TRAIN).toArray();
        var preprocessor =
                Preprocessor.fit(table, train, List.of(input), Map.of("table", encoder.featurizer()), List.of(task));
        var spec = new TrainingSpec(
                PaceSpec.of(30, 30),
                DescentSpec.of(new AdamW(0.01, 1e-4), new CosineSchedule(0.05)).clipped(1),
                new Equal(),
                new LossSpec(0, false, RegressionLoss.ABSOLUTE, focus),
                AugmentSpec.none(),
                1);
        var outcome = new Trainer(
                        network,
                        spec,
                        preprocessor,
                        preprocessor.encode(table, train),
                        preprocessor.encode(table, validation()))
                .run(null, new Diary());
        return ((TrainingOutcome.Completed) outcome).model();
    }
}
