package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.TabularLinear;
import io.polyphony.engine.fusion.Sum;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.loss.RegressionLoss;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.weighting.Equal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table as it is, a trunk without a bend and linear heads are a linear regression. */
class LinearTrainingTest {
    private static final int ROWS = 80;
    private final NetworkSpec network = new NetworkSpec(
            List.of(new InputSpec("table", Modality.TABULAR, List.of("a", "b"))),
            Map.of("table", new TabularLinear(0)),
            new Sum(16, 0, 0),
            List.of(new TaskSpec("y", TaskType.REGRESSION)),
            new HeadSpec(0, 0));

    @Test
    void what_columns_say_is_added_up() {
        var random = new SplittableRandom(3);
        var a = random.doubles(ROWS, -2, 2).toArray();
        var b = random.doubles(ROWS, -2, 2).toArray();
        var y = IntStream.range(0, ROWS)
                .mapToDouble(row -> 1 + 2 * a[row] - 3 * b[row])
                .toArray();
        var table = table(a, b, y);
        var preprocessor = Preprocessor.fit(
                table,
                rows(0, 60),
                network.inputs(),
                Map.of("table", network.encoder("table").featurizer()),
                network.tasks());
        var outcome = new Trainer(
                        network,
                        spec(),
                        preprocessor,
                        preprocessor.encode(table, rows(0, 60)),
                        preprocessor.encode(table, rows(60, ROWS)))
                .run(null, new Diary());
        var model = ((TrainingOutcome.Completed) outcome).model();
        var corners = table(new double[] {0, 1, 0, 1}, new double[] {0, 0, 1, 1}, new double[4]);
        var said = requireNonNull(model.predict(corners, rows(0, 4)).get("y")).scores();
        double base = said[0][0];
        assertThat(base).isCloseTo(1, within(0.3));
        assertThat(said[1][0] - base).isCloseTo(2, within(0.3));
        assertThat(said[2][0] - base).isCloseTo(-3, within(0.3));
        // Large numbers are drawn in a little, column by column; but what columns say is added up.
        assertThat(said[3][0] - said[1][0] - said[2][0] + base).isCloseTo(0, within(1e-4));
    }

    private static TrainingSpec spec() {
        return new TrainingSpec(
                PaceSpec.of(60, 20),
                DescentSpec.of(new AdamW(0.01, 1e-4), new CosineSchedule(0.05)).clipped(1),
                new Equal(),
                new LossSpec(0, false, RegressionLoss.SQUARED, 0),
                AugmentSpec.none(),
                7);
    }

    private static int[] rows(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static Table table(double[] a, double[] b, double[] y) {
        var columns = new LinkedHashMap<String, Column>();
        columns.put("a", Samples.numbers(a));
        columns.put("b", Samples.numbers(b));
        columns.put("y", Samples.numbers(y));
        return Samples.table(columns);
    }
}
