package io.polyphony.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnClassesTest {
    private final Random random = new Random(5);

    @ParameterizedTest
    @CsvSource({"BINARY,2", "MULTICLASS,4", "MULTICLASS,9", "ORDINAL,6", "MULTICLASS,40"})
    void drawn_rows_have_the_metrics_that_they_have_alone(TaskType type, int classes) {
        var predictions = predictions(type, classes, 60);
        if (type == TaskType.BINARY) {
            predictions = predictions.decided(new Thresholds(List.of(0.3)));
        }
        var drawn = new DrawnClasses(predictions);
        for (int i = 0; i < 20; i++) {
            var rows = random.ints(60, 0, i == 0 ? 1 : 60).toArray();
            var alone = Metrics.evaluate(predictions.select(rows));
            var together = drawn.apply(rows);
            assertThat(together).containsOnlyKeys(alone.keySet());
            alone.forEach((metric, value) ->
                    assertThat(together.get(metric)).as(metric).isCloseTo(value, within(1e-12)));
        }
    }

    /** Which took two minutes when every draw counted a matrix of 250,000 cells for each metric. */
    @Test
    void hundreds_of_classes_take_seconds() {
        var predictions = predictions(TaskType.MULTICLASS, 500, 300);
        var start = System.nanoTime();
        assertThat(Bootstrap.usual(predictions).intervals(predictions)).containsKeys("roc_auc", "kappa", "macro_f1");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    /** Some probabilities are equal, so that ties occur. */
    private TaskPredictions predictions(TaskType type, int classes, int rows) {
        var scores = new float[rows][classes];
        var truth = new float[rows];
        for (int row = 0; row < rows; row++) {
            truth[row] = random.nextInt(classes);
            float sum = 0;
            for (int c = 0; c < classes; c++) {
                scores[row][c] = 1 + random.nextInt(5) + (truth[row] == c ? 3 : 0);
                sum += scores[row][c];
            }
            for (int c = 0; c < classes; c++) {
                scores[row][c] /= sum;
            }
        }
        return Predictions.of(
                type, IntStream.range(0, classes).mapToObj(Integer::toString).toList(), scores, truth);
    }
}
