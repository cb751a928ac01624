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
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.OnnxFile;
import io.polyphony.engine.export.OnnxSession;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Average;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.weighting.Equal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three numbers of very different sizes told by two, as one task beside another; some numbers are missing. */
class VectorTrainingTest {
    private static final int ROWS = 500;
    private static final int TRAIN = 400;
    private static final List<TaskSpec> TASKS =
            List.of(new TaskSpec("v", TaskType.VECTOR), new TaskSpec("above", TaskType.BINARY));
    private final Table table = table();

    private static Table table() {
        var random = new SplittableRandom(2);
        var a = random.doubles(ROWS, -1, 1).toArray();
        var b = random.doubles(ROWS, -1, 1).toArray();
        var v = new String[ROWS];
        var above = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            var product = row % 7 == 0 ? "nan" : Double.toString(1000 * a[row] * b[row] + 5000);
            v[row] = "[%s, %s, %s]".formatted(a[row] + b[row], product, 0.01 * (a[row] - b[row]));
            above[row] = a[row] > b[row] ? "yes" : "no";
        }
        return Samples.table(Map.of(
                "a", Samples.numbers(a),
                "b", Samples.numbers(b),
                "v", Samples.texts(v),
                "above", Samples.texts(above)));
    }

    @Test
    void all_numbers_are_learned_whatever_their_size_and_files_say_the_same() throws IOException {
        var model = trained();
        var metrics = requireNonNull(model.evaluate(table, validation()).get("v"));
        assertThat(metrics.get("r2")).isGreaterThan(0.9);
        assertThat(metrics.get("arrmse")).isLessThan(0.3);
        var said = requireNonNull(model.predict(table, validation()).get("v"));
        assertThat(said.scores()[0]).hasSize(3);
        assertThat(said.scores()[0][1]).as("in its own units").isBetween(3900f, 6100f);
        assertSameInOnnx(model, said.scores());
        var out = new ByteArrayOutputStream();
        Bundle.of(model, "{}").write(out);
        var answer = Bundle.read(new ByteArrayInputStream(out.toByteArray()))
                .predict(List.of(Map.of("a", cell("a"), "b", cell("b"))));
        assertThat(requireNonNull(answer.get("v")).scores()[0]).containsExactly(said.scores()[0], within(1e-3f));
    }

    private double cell(String column) {
        return ((Column.Numbers) table.column(column)).values()[TRAIN];
    }

    private void assertSameInOnnx(TrainedModel model, float[][] expected) {
        try (var session = new OnnxSession(OnnxFile.of(model))) {
            session.put(model.encode(table, validation()));
            var actual = requireNonNull(session.run().get("v"));
            for (int i = 0; i < actual.length; i++) {
                float said = expected[i / 3][i % 3];
                assertThat(actual[i]).isCloseTo(said, within(1e-5f * Math.max(1, Math.abs(said))));
            }
        }
    }

    private static int[] validation() {
        return IntStream.range(TRAIN, ROWS).toArray();
    }

    private TrainedModel trained() {
        var input = new InputSpec("table", Modality.TABULAR, List.of("a", "b"));
        var encoder = new TabularMlp(32, 2, 0);
        var network = new NetworkSpec(
                List.of(input), Map.of("table", encoder), new Average(32, 0, 0), TASKS, new HeadSpec(16, 0));
        var train = IntStream.range(0, TRAIN).toArray();
        var preprocessor = Preprocessor.fit(table, train, List.of(input), Map.of("table", encoder.featurizer()), TASKS);
        var spec = new TrainingSpec(
                PaceSpec.of(40, 32),
                DescentSpec.of(new AdamW(0.01, 1e-4), new CosineSchedule(0.05)).clipped(1),
                new Equal(),
                LossSpec.plain(),
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
