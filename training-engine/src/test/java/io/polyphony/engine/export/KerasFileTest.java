package io.polyphony.engine.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.FtTransformer;
import io.polyphony.engine.encoder.TextRecurrent;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.Orchestra;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.Verdict;
import io.polyphony.engine.weighting.Equal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks as Keras files: what is recomputed from the file alone is what we answer. */
class KerasFileTest {
    private final Orchestra orchestra = new Orchestra();

    /** An input and, where it is not the usual one, its encoder. */
    record Case(String input, EncoderSpec encoder) {}

    static List<Case> cases() {
        var usual = new Orchestra().encoders;
        return List.of(
                new Case("table", requireNonNull(usual.get("table"))),
                new Case("words", requireNonNull(usual.get("words"))),
                new Case("terms", requireNonNull(usual.get("terms"))),
                new Case("picture", requireNonNull(usual.get("picture"))),
                new Case("words", new TextRecurrent(Recurrent.Kind.LSTM, 64, 8, 8, 6, false, 0)),
                new Case("words", new TextRecurrent(Recurrent.Kind.GRU, 64, 8, 8, 6, false, 0.1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_encoder_answers_the_same(Case tried) {
        orchestra.encoders.put(tried.input(), tried.encoder());
        assertSame(trained(orchestra.network(new Concatenation(12, 1, 0.1, 0.1), tried.input())));
    }

    @Test
    void several_inputs_some_of_which_are_missing_answer_the_same() {
        assertSame(
                trained(orchestra.network(new Concatenation(12, 2, 0.1, 0.1), "table", "words", "terms", "picture")));
    }

    @Test
    void the_file_is_laid_out_as_keras_saves_models() {
        var model = trained(orchestra.network(new Concatenation(12, 1, 0, 0.1), "table"));
        try (var file = HdfFile.fromBytes(KerasFile.of(model))) {
            assertThat(file.getAttribute("keras_version").getData()).isEqualTo("2.15.0");
            assertThat(file.getAttribute("backend").getData()).isEqualTo("tensorflow");
            var layers = (String[])
                    file.getByPath("/model_weights").getAttribute("layer_names").getData();
            assertThat(layers).contains("table_numbers", "presence", "dense", "instrument", "loud", "pitch");
            assertThat((String[]) file.getByPath("/model_weights/dense")
                            .getAttribute("weight_names")
                            .getData())
                    .containsExactly("dense/kernel:0", "dense/bias:0");
            assertThat(file.getDatasetByPath("/polyphony/preprocessing").getData())
                    .isEqualTo(model.preprocessor().toJson().getBytes(UTF_8));
        }
    }

    @Test
    void a_layer_that_keras_has_not_is_named() {
        orchestra.encoders.put("table", new FtTransformer(8, 1, 4, 0));
        var waves = orchestra
                .trainer(
                        orchestra.network(new Concatenation(12, 1, 0, 0), "table"),
                        Orchestra.training(1, new Equal(), 1))
                .untrained();
        assertThatThrownBy(() -> KerasFile.of(waves))
                .isInstanceOf(NotInKeras.class)
                .hasMessageContaining("layer (");
        var gated = orchestra
                .trainer(
                        orchestra.network(new Gated(8, 0, 0), "picture", "words"),
                        Orchestra.training(1, new Equal(), 1))
                .untrained();
        assertThatThrownBy(() -> KerasFile.of(gated)).hasMessageContaining("MaskedSoftmax");
    }

    private void assertSame(TrainedModel model) {
        var rows = Arrays.copyOf(orchestra.validationRows(), 16);
        var encoded = model.encode(orchestra.table, rows);
        var referee = new KerasReferee(KerasFile.of(model));
        var said = model.predict(encoded);
        var exact = model.answers(encoded);
        for (int row = 0; row < rows.length; row++) {
            var answers = referee.answer(inputs(model, encoded, row));
            assertClose(
                    answers,
                    "instrument",
                    requireNonNull(said.get("instrument")).scores()[row]);
            float yes = requireNonNull(said.get("loud")).scores()[row][1];
            assertClose(answers, "loud", new float[] {yes});
            float[] pitch = requireNonNull(exact.get("pitch"))[row];
            assertThat(requireNonNull(answers.get("pitch"))[0])
                    .isCloseTo(pitch[0], within(1e-5 * Math.abs(pitch[0]) + 1e-3));
        }
    }

    private static void assertClose(Map<String, double[]> answers, String task, float[] expected) {
        var actual = requireNonNull(answers.get(task));
        assertThat(actual).hasSize(expected.length);
        for (int k = 0; k < expected.length; k++) {
            assertThat(actual[k]).as(task).isCloseTo(expected[k], within(1e-5));
        }
    }

    private static Map<String, double[]> inputs(TrainedModel model, EncodedRows rows, int row) {
        var inputs = new HashMap<String, double[]>();
        var names = model.network().inputs();
        var presence = new double[names.size()];
        for (int m = 0; m < presence.length; m++) {
            var name = names.get(m).name();
            var features = requireNonNull(rows.inputs().get(name));
            presence[m] = features.present()[row] ? 1 : 0;
            features.blocks().forEach((block, own) -> inputs.put(name + "_" + block, numbers(own, row, rows.rows())));
        }
        inputs.put("presence", presence);
        return inputs;
    }

    private static double[] numbers(Block block, int row, int rows) {
        return switch (block) {
            case Block.Dense dense -> {
                int width = dense.values().length / rows;
                var own = new double[width];
                for (int i = 0; i < width; i++) {
                    own[i] = dense.values()[row * width + i];
                }
                yield own;
            }
            case Block.Codes codes -> {
                int width = codes.values().length / rows;
                var own = new double[width];
                for (int i = 0; i < width; i++) {
                    own[i] = codes.values()[row * width + i];
                }
                yield own;
            }
        };
    }

    private TrainedModel trained(NetworkSpec network) {
        return ((TrainingOutcome.Completed) orchestra
                        .trainer(network, Orchestra.training(3, new Equal(), 1))
                        .run(null, (report, state) -> Verdict.CONTINUE))
                .model();
    }
}
