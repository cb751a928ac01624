package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.PastUnit;
import io.polyphony.engine.data.PastView;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Repeated;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.SeriesLinear;
import io.polyphony.engine.encoder.SeriesMeans;
import io.polyphony.engine.encoder.SeriesTcn;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.ConstantSchedule;
import io.polyphony.engine.weighting.Equal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two series in one column: a large one that rises and falls slowly, and a small one that goes to and fro. */
class WindowUnitsTest {
    private static final int STEPS = 600;
    private static final int PAST = 16;
    private static final int AHEAD = 4;
    private static final double LARGE = 200;

    private final List<TaskSpec> tasks = List.of(new TaskSpec("x", TaskType.FORECAST));
    private final InputSpec past = new InputSpec("past", Modality.SERIES, List.of("x"));

    /** The table's moments: first those of the large series, then those of the small one. */
    private static final int[] MOMENTS = IntStream.concat(
                    IntStream.rangeClosed(PAST, STEPS - AHEAD), IntStream.rangeClosed(STEPS + PAST, 2 * STEPS - AHEAD))
            .toArray();

    private static final int[] TRAIN = IntStream.range(0, MOMENTS.length)
            .filter(i -> MOMENTS[i] % STEPS < 400)
            .toArray();
    private static final int[] HELD = IntStream.range(0, MOMENTS.length)
            .filter(i -> MOMENTS[i] % STEPS >= 400 + AHEAD)
            .toArray();
    private static final int[] SMALL =
            IntStream.of(HELD).filter(i -> MOMENTS[i] >= STEPS).toArray();

    private static Table table(double size) {
        var random = new SplittableRandom(3);
        var values = new double[2 * STEPS];
        for (int t = 0; t < STEPS; t++) {
            values[t] = LARGE * (size * Math.sin(t / 9.0) + 0.3 * random.nextGaussian());
            values[STEPS + t] = (t % 2 == 0 ? 1 : -1) * (1.5 + Math.sin(t / 3.0)) + 0.05 * random.nextGaussian();
        }
        return Samples.table(Map.of("x", new Column.Windows(values, MOMENTS, PAST, AHEAD)));
    }

    /** In units of the column, nothing that the small series does is worth learning. */
    @Test
    void of_what_is_small_as_much_is_learned_as_of_what_is_large() {
        var table = table(1);
        var column = trained(table, new SeriesMeans(512, 0), PastUnit.COLUMN, ForecastStart.FITTED, 3);
        var even = trained(table, new SeriesMeans(512, 0), PastUnit.WINDOW, ForecastStart.FITTED, 3);
        assertThat(mase(column, table, SMALL)).isGreaterThan(2 * mase(even, table, SMALL));
        assertThat(mase(even, table, SMALL)).isLessThan(0.5);
        assertThat(mase(even, table, HELD)).isLessThan(mase(column, table, HELD));
    }

    static List<EncoderSpec> encoders() {
        return List.of(new SeriesLinear(512, 8, 0), new SeriesTcn(512, 8, 2, 0.1));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void step_by_step_it_is_learned_as_well(EncoderSpec encoder) {
        var model = trained(table(1), encoder, PastUnit.WINDOW, ForecastStart.REPEATED, 40);
        assertThat(mase(model, table(1), SMALL)).isLessThan(0.7);
        assertThat(TrainedModel.fromBytes(model.toBytes()).evaluate(table(1), SMALL))
                .isEqualTo(model.evaluate(table(1), SMALL));
    }

    /** The same course, three times as large and far away, comes to three times the same answer. */
    @ParameterizedTest
    @EnumSource
    void answers_grow_with_what_they_are_about(ForecastStart start) {
        var model = trained(table(1), new SeriesTcn(512, 8, 2, 0), PastUnit.WINDOW, start, 2);
        var course = IntStream.range(0, PAST + AHEAD)
                .mapToDouble(t -> 400 * Math.sin(t / 2.0))
                .toArray();
        var larger = IntStream.range(0, course.length)
                .mapToDouble(t -> 5000 + 3 * course[t])
                .toArray();
        var small = said(model, course);
        var large = said(model, larger);
        for (int step = 0; step < AHEAD; step++) {
            // A little is added to units, which does not grow with them.
            double moved = small[step] - course[PAST - 1];
            assertThat(large[step] - larger[PAST - 1]).isCloseTo(3 * moved, within(0.03 * 400));
        }
    }

    /** By hand: errors of 1 and 3, known, in units of 2 and 1. */
    @Test
    void repeating_the_past_loses_by_units() {
        var labels = new TaskLabels(
                "x",
                TaskType.FORECAST,
                List.of(),
                new float[] {1, 5, 3, 9},
                new float[] {1, 0, 1, 0},
                0,
                1,
                2,
                new Repeated(new float[] {2, 0, 6, 0}, new float[2]),
                null);
        var units = new WindowUnits(new float[] {2, 1});
        assertThat(units.lossOfRepeating(labels)).isCloseTo((0.25 + 9) / 2, within(1e-9));
        var numbers = new float[] {4, 6, 8, 10, 12, 14};
        units.divide(numbers, new int[] {1, 0}, 2);
        assertThat(numbers).as("two rows of a batch of three").containsExactly(4, 6, 4, 5, 12, 14);
    }

    private double[] said(TrainedModel model, double[] course) {
        var table = Samples.table(Map.of("x", new Column.Windows(course, new int[] {PAST}, PAST, AHEAD)));
        var scores =
                requireNonNull(model.predict(table, new int[] {0}).get("x")).scores()[0];
        return IntStream.range(0, AHEAD).mapToDouble(step -> scores[step]).toArray();
    }

    private static double mase(TrainedModel model, Table table, int[] rows) {
        return requireNonNull(
                requireNonNull(model.evaluate(table, rows).get("x")).get("mase"));
    }

    private TrainedModel trained(Table table, EncoderSpec encoder, PastUnit unit, ForecastStart start, int epochs) {
        var network = new NetworkSpec(
                        List.of(past),
                        Map.of("past", encoder),
                        new Concatenation(16, 1, 0, 0),
                        tasks,
                        new HeadSpec(0, 0))
                .seeing(new PastView(1, unit));
        var loss = unit == PastUnit.WINDOW ? LossSpec.plain().withEvenWindows() : LossSpec.plain();
        var spec = new TrainingSpec(
                PaceSpec.of(epochs, 32),
                DescentSpec.of(new AdamW(2e-3, 0), new ConstantSchedule()).from(start),
                new Equal(),
                loss,
                AugmentSpec.none(),
                1);
        var preprocessor = Preprocessor.fit(table, TRAIN, List.of(past), network.features(), tasks);
        var outcome = new Trainer(
                        network,
                        spec,
                        preprocessor,
                        preprocessor.encode(table, TRAIN),
                        preprocessor.encode(table, HELD))
                .run(null, new Diary());
        return ((TrainingOutcome.Completed) outcome).model();
    }
}
