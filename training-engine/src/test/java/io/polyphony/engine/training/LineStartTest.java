package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.Aim;
import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.head.Counting;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.weighting.Equal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What numbers of a table say of numbers before the first step. */
class LineStartTest {
    private static final int ROWS = 800;
    private static final int TRAIN = 600;
    private static final List<InputSpec> INPUTS = List.of(
            new InputSpec("one", Modality.TABULAR, List.of("a", "b")),
            new InputSpec("two", Modality.TABULAR, List.of("c")));
    private final SplittableRandom random = new SplittableRandom(5);
    /** Nearly all of them are small. */
    private final double[] a = amounts();

    private final double[] b = amounts();
    private final double[] c = random.doubles(ROWS, -2, 2).toArray();

    @Test
    void a_sum_of_amounts_of_very_different_size_is_told_to_the_last_digit() {
        var lined = trained(true, row -> a[row] - 2 * b[row]);
        assertThat(1 - r2(lined)).isLessThan(1e-9);
        assertThat(1 - r2(trained(false, row -> a[row] - 2 * b[row]))).isGreaterThan(1e-3);
    }

    @Test
    void the_network_learns_what_the_line_leaves() {
        IntToDoubleFunction bent = row -> 2 * c[row] + Math.abs(c[row]);
        var lined = trained(true, bent);
        assertThat(lined.bestEpoch()).isPositive();
        assertThat(r2(lined)).isGreaterThan(0.98);
    }

    /** Half of the rows have no label, and chance tells nothing. */
    @Test
    void chance_begins_at_the_mean() {
        var chance = random.doubles(ROWS, -1, 1).toArray();
        var lined = trained(true, row -> row % 2 == 0 ? Double.NaN : chance[row]);
        assertThat(r2(lined)).isBetween(-0.02, 0.1);
    }

    private double[] amounts() {
        return random.doubles(ROWS, 0, 1).map(u -> Math.pow(u, 9) * 1000).toArray();
    }

    private static double r2(TrainingOutcome.Completed outcome) {
        return requireNonNull(requireNonNull(outcome.best().get("y")).get("r2"));
    }

    private TrainingOutcome.Completed trained(boolean lined, IntToDoubleFunction y) {
        var encoder = new TabularMlp(16, 1, 0);
        var network = new NetworkSpec(
                INPUTS,
                Map.of("one", encoder, "two", encoder),
                new Concatenation(16, 1, 0, 0),
                List.of(new TaskSpec("y", TaskType.REGRESSION, "rmse", Aim.MEAN).straight(lined)),
                new HeadSpec(0, 0, Counting.POOLED, lined));
        var table = table(IntStream.range(0, ROWS).mapToDouble(y).toArray());
        var preprocessor = Preprocessor.fit(table, rows(0, TRAIN), INPUTS, network.features(), network.tasks());
        var outcome = new Trainer(
                        network,
                        spec(),
                        preprocessor,
                        preprocessor.encode(table, rows(0, TRAIN)),
                        preprocessor.encode(table, rows(TRAIN, ROWS)))
                .run(null, new Diary());
        return (TrainingOutcome.Completed) outcome;
    }

    private static TrainingSpec spec() {
        return new TrainingSpec(
                PaceSpec.of(40, 20),
                DescentSpec.of(new AdamW(0.01, 1e-4), new CosineSchedule(0.05)).clipped(1),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none(),
                7);
    }

    private static int[] rows(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private Table table(double[] y) {
        var columns = new LinkedHashMap<String, Column>();
        columns.put("a", Samples.numbers(a));
        columns.put("b", Samples.numbers(b));
        columns.put("c", Samples.numbers(c));
        columns.put("y", Samples.numbers(y));
        return Samples.table(columns);
    }
}
