package io.polyphony.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.SeriesRecurrent;
import io.polyphony.engine.encoder.SeriesResNet;
import io.polyphony.engine.encoder.SeriesTcn;
import io.polyphony.engine.encoder.SeriesTransformer;
import io.polyphony.engine.encoder.SeriesVector;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.weighting.Equal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slow and fast waves of any phase and length, which no single step tells apart. */
class SeriesTrainingTest {
    private static final int ROWS = 144;
    private static final int TRAIN = 96;

    static Stream<EncoderSpec> encoders() {
        return Stream.of(
                new SeriesTcn(48, 8, 3, 0),
                new SeriesResNet(48, 8, 1, 0),
                new SeriesRecurrent(Recurrent.Kind.GRU, 48, 12, true, 0),
                new SeriesTransformer(48, 32, 1, 0),
                new SeriesVector(48, 64, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void tells_slow_waves_from_fast_ones(EncoderSpec encoder) {
        var input = new InputSpec("wave", Modality.SERIES, List.of("wave"));
        var task = new TaskSpec("speed", TaskType.BINARY);
        var network = new NetworkSpec(
                List.of(input),
                Map.of("wave", encoder),
                new Concatenation(16, 1, 0, 0),
                List.of(task),
                new HeadSpec(0, 0));
        var table = table();
        var features = Map.<String, FeaturizerSpec>of("wave", encoder.featurizer());
        var preprocessor =
                Preprocessor.fit(table, IntStream.range(0, TRAIN).toArray(), List.of(input), features, List.of(task));
        double target = encoder instanceof SeriesVector ? 0.6 : 0.9; // The vector does not know that phases are alike.
        var trainer = new Trainer(
                network,
                Orchestra.training(20, new Equal(), 1),
                preprocessor,
                preprocessor.encode(table, IntStream.range(0, TRAIN).toArray()),
                preprocessor.encode(table, IntStream.range(TRAIN, ROWS).toArray()));
        var outcome = trainer.run(null, (report, checkpoint) -> Verdict.CONTINUE);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TrainingOutcome.Completed.class,
                        done -> assertThat(done.best().getOrDefault("speed", Map.of()))
                                .hasEntrySatisfying(
                                        "roc_auc", auc -> assertThat(auc).isGreaterThan(target)));
    }

    private static Table table() {
        var random = new SplittableRandom(5);
        var waves = new String[ROWS];
        var speeds = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            boolean fast = random.nextBoolean();
            waves[row] = wave(fast ? 1.1 : 0.5, random);
            speeds[row] = fast ? "fast" : "slow";
        }
        return Samples.table(Map.of("wave", Samples.texts(waves), "speed", Samples.texts(speeds)));
    }

    private static String wave(double speed, SplittableRandom random) {
        var text = new StringJoiner(", ", "[", "]");
        double phase = 6.28 * random.nextDouble();
        int steps = 32 + random.nextInt(16);
        for (int i = 0; i < steps; i++) {
            text.add(String.format(Locale.ROOT, "%.3f", Math.sin(phase + speed * i) + 0.3 * random.nextGaussian()));
        }
        return text.toString();
    }
}
