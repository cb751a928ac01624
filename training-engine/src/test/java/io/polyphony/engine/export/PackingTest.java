package io.polyphony.engine.export;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.training.Orchestra;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.Verdict;
import io.polyphony.engine.weighting.Equal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every packing keeps, and what each of them loses. */
class PackingTest {
    private static final Orchestra ORCHESTRA = new Orchestra();
    private static final TrainedModel MODEL = ((TrainingOutcome.Completed) ORCHESTRA
                    .trainer(
                            ORCHESTRA.network(new Gated(8, 0, 0.1), Orchestra.everything()),
                            Orchestra.training(3, new Equal(), 1))
                    .run(null, (report, checkpoint) -> Verdict.CONTINUE))
            .model();

    static List<Packing> packings() {
        return Packings.all();
    }

    @ParameterizedTest
    @MethodSource("packings")
    void a_file_holds_the_packed_model_to_the_bit(Packing packing) {
        var packed = MODEL.packed(packing);
        var loaded = TrainedModel.fromBytes(packed.toBytes());
        assertThat(loaded.packing()).isEqualTo(packing);
        assertThat(loaded.weights().dense()).isEqualTo(packed.weights().dense());
        assertThat(loaded.weights().tables().toArray(float[][]::new))
                .isDeepEqualTo(packed.weights().tables().toArray(float[][]::new));
        assertThat(loaded.toBytes()).isEqualTo(packed.toBytes());
    }

    @ParameterizedTest
    @MethodSource("packings")
    void rounding_twice_rounds_once(Packing packing) {
        var once = MODEL.packed(packing);
        var twice = once.packed(packing);
        for (int i = 0; i < once.weights().dense().length; i++) {
            assertThat(twice.weights().dense()[i]).isCloseTo(once.weights().dense()[i], within(1e-6f));
        }
    }

    @ParameterizedTest
    @MethodSource("packings")
    void onnx_answers_as_the_packed_model_does(Packing packing) {
        var packed = MODEL.packed(packing);
        var rows = ORCHESTRA.validationRows();
        try (var session = new OnnxSession(OnnxFile.of(packed))) {
            session.put(packed.encode(ORCHESTRA.table, rows));
            var answers = session.run();
            packed.predict(ORCHESTRA.table, rows).forEach((task, said) -> {
                var answer = requireNonNull(answers.get(task));
                double sum = 0;
                for (int i = 0; i < answer.length; i++) {
                    float score = said.scores()[i / said.scores()[0].length][i % said.scores()[0].length];
                    sum += Math.abs(answer[i] - score) / Math.max(1, Math.abs(score));
                }
                assertThat(sum / answer.length).as(task).isLessThan(1e-5);
            });
        }
    }

    @Test
    void files_shrink_as_promised() {
        var arrays = PackedWeights.of(MODEL.network(), MODEL.preprocessor(), new Half());
        double packed = Stream.concat(arrays.dense().stream(), arrays.tables().stream())
                .filter(PackedWeights.Part::matrix)
                .mapToInt(PackedWeights.Part::size)
                .sum();
        var half = MODEL.packed(new Half());
        var bytes = MODEL.packed(new Int8());
        assertThat(saved(MODEL.toBytes(), half.toBytes()) / packed).isBetween(1.8, 2.0);
        assertThat(saved(MODEL.toBytes(), bytes.toBytes()) / packed).isBetween(2.5, 3.0);
        assertThat(saved(OnnxFile.of(MODEL), OnnxFile.of(half)) / packed).isBetween(1.5, 2.0);
        assertThat(saved(OnnxFile.of(MODEL), OnnxFile.of(bytes)) / packed).isBetween(2.0, 3.0);
    }

    private static double saved(byte[] before, byte[] after) {
        return before.length - after.length;
    }

    /** 2049 lies between the halves 2048 and 2050; ties go to the even one (IEEE 754). */
    @Test
    void halves_round_as_the_standard_says() {
        assertThat(rounded(new Half(), 2, 1f, 2049f, 1e9f, -0.1f)).containsExactly(1f, 2048f, 65_504f, -0.099975586f);
    }

    /** Columns (1, 0.5) and (-254, 3): steps 1/127 and 2. */
    @Test
    void bytes_are_steps_of_their_column() {
        assertThat(rounded(new Int8(), 2, 1f, -254f, 0.5f, 3f)).containsExactly(1f, -254f, 64 / 127f, 4f);
        assertThat(rounded(new Int8(), 2, 0f, 1f, 0f, -1f)).containsExactly(0f, 1f, 0f, -1f);
    }

    @Test
    void an_unknown_packing_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> Packings.named("int4"))
                .hasMessageContaining("(int4)")
                .hasMessageContaining("int8");
    }

    private static float[] rounded(Packing packing, int columns, float... matrix) {
        var out = new StateWriter(0);
        packing.write(matrix, columns, out);
        return packing.read(matrix.length, columns, new StateReader(out.toBytes(), 0, "matrix"));
    }
}
