package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.SeriesMeans;
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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What forecasts say before the first step, and that it may be the best that they ever say. */
class PastStartTest {
    private static final int STEPS = 900;
    private static final int PAST = 20;
    private static final int AHEAD = 5;
    /** More than are fitted. */
    private static final int LONG = 600;

    private static final int TRAIN = 500;
    /** So large that whatever was known is lost. */
    private static final double RUINOUS = 0.5;

    private static final int[] ROWS = IntStream.range(0, TRAIN).toArray();
    private static final int[] VALIDATION =
            IntStream.range(TRAIN + AHEAD, STEPS - PAST - AHEAD).toArray();
    private final List<TaskSpec> tasks = List.of(new TaskSpec("x", TaskType.FORECAST));
    private final InputSpec past = new InputSpec("past", Modality.SERIES, List.of("x"));
    private final NetworkSpec network = new NetworkSpec(
            List.of(past),
            Map.of("past", new SeriesMeans(1024, 0)),
            new Concatenation(8, 1, 0, 0),
            tasks,
            new HeadSpec(0, 0));

    /** x(t+1) = 2 cos(w) x(t) - x(t-1). */
    @Test
    void a_wave_is_known_before_the_first_step() {
        var best = trained(wave(), ForecastStart.FITTED);
        assertThat(best.bestEpoch()).isZero();
        assertThat(metric(best, "mse")).isLessThan(0.001 * metric(best, "mse_naive"));
    }

    @Test
    void of_a_long_past_the_nearest_steps_are_enough() {
        var values = IntStream.range(0, STEPS + LONG)
                .mapToDouble(t -> Math.sin(0.7 * t))
                .toArray();
        var best = trained(table(values, LONG), ForecastStart.FITTED);
        assertThat(best.bestEpoch()).isZero();
        assertThat(metric(best, "mse")).isLessThan(0.001 * metric(best, "mse_naive"));
    }

    /** Hardly any five steps in a row are known. */
    @Test
    void gaps_do_not_keep_it_from_being_known() {
        var random = new SplittableRandom(4);
        var values = IntStream.range(0, STEPS)
                .mapToDouble(t -> random.nextInt(4) == 0 ? Double.NaN : Math.sin(0.3 * t))
                .toArray();
        var best = trained(table(values), ForecastStart.FITTED);
        assertThat(best.bestEpoch()).isZero();
        assertThat(metric(best, "mse")).isLessThan(0.15 * metric(best, "mse_naive"));
    }

    @ParameterizedTest
    @EnumSource
    void what_wanders_is_told_by_its_last_value_and_nothing_learned_is_kept(ForecastStart start) {
        var best = trained(walk(), start);
        assertThat(best.bestEpoch()).isZero();
        assertThat(metric(best, "mse")).isCloseTo(metric(best, "mse_naive"), within(1e-6));
    }

    @Test
    void what_was_best_before_the_first_step_outlives_a_pause() {
        var whole = trained(wave(), ForecastStart.FITTED);
        var trainer = trainer(wave(), ForecastStart.FITTED);
        var pause = (TrainingOutcome.Interrupted) trainer.run(null, new Pause());
        var resumed = (TrainingOutcome.Completed) trainer.run(pause.checkpoint(), new Diary());
        assertThat(resumed.bestEpoch()).isZero();
        assertThat(ResumeTest.bits(resumed.model().weights()))
                .isEqualTo(ResumeTest.bits(whole.model().weights()));
    }

    @Test
    void on_all_rows_it_is_fitted_again_and_not_trained() {
        var diary = new Diary();
        var rows = IntStream.range(0, STEPS - PAST - AHEAD).toArray();
        var first = trained(wave(), ForecastStart.FITTED).model();
        var refit = (TrainingOutcome.Completed) new Refit(first, spec(ForecastStart.FITTED)).run(wave(), rows, diary);
        assertThat(diary.reports).isEmpty();
        assertThat(requireNonNull(refit.model().evaluate(wave(), VALIDATION).get("x"))
                        .get("mse"))
                .isLessThan(0.001);
    }

    private static final class Pause implements TrainingMonitor {
        @Override
        public Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint) {
            return Verdict.PAUSE;
        }
    }

    private static double metric(TrainingOutcome.Completed outcome, String name) {
        return requireNonNull(requireNonNull(outcome.best().get("x")).get(name));
    }

    private TrainingOutcome.Completed trained(Table table, ForecastStart start) {
        return (TrainingOutcome.Completed) trainer(table, start).run(null, new Diary());
    }

    private Trainer trainer(Table table, ForecastStart start) {
        var features =
                Map.<String, FeaturizerSpec>of("past", network.encoder("past").featurizer());
        var preprocessor = Preprocessor.fit(table, ROWS, List.of(past), features, tasks);
        return new Trainer(
                network,
                spec(start),
                preprocessor,
                preprocessor.encode(table, ROWS),
                preprocessor.encode(table, VALIDATION));
    }

    private static TrainingSpec spec(ForecastStart start) {
        return new TrainingSpec(
                PaceSpec.of(3, 32),
                DescentSpec.of(new AdamW(RUINOUS, 0), new ConstantSchedule()).from(start),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none(),
                1);
    }

    private static Table wave() {
        return table(
                IntStream.range(0, STEPS).mapToDouble(t -> Math.sin(0.7 * t)).toArray());
    }

    private static Table walk() {
        var random = new SplittableRandom(2);
        var walk = new double[STEPS];
        for (int t = 1; t < STEPS; t++) {
            walk[t] = walk[t - 1] + random.nextGaussian();
        }
        return table(walk);
    }

    private static Table table(double[] values) {
        return table(values, PAST);
    }

    private static Table table(double[] values, int seen) {
        var moments = IntStream.range(seen, values.length - AHEAD + 1).toArray();
        return Samples.table(Map.of("x", new Column.Windows(values, moments, seen, AHEAD)));
    }
}
