package io.polyphony.engine.export;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Screening;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.FtTransformer;
import io.polyphony.engine.encoder.RealMlp;
import io.polyphony.engine.encoder.TabularLinear;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.explanation.Explainer;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.layer.NumberEmbedding;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.Orchestra;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.Verdict;
import io.polyphony.engine.weighting.Equal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A wide table of which two columns tell anything, one class together and not alone, with targets some rows of which are a thousand times as
 * large: what is seen of it goes wherever a model goes.
 */
class ScreenedModelTest {
    private static final int ROWS = 600;
    private static final int COLUMNS = 60;
    private static final int[] TRAIN = IntStream.range(0, 400).toArray();
    private static final int[] VALIDATION = IntStream.range(400, ROWS).toArray();
    private final Table table = table();

    static List<EncoderSpec> encoders() {
        return List.of(
                new TabularMlp(16, 1, 0, Screening.TELLING),
                new TabularLinear(0, Screening.TELLING),
                new RealMlp(16, 1, 4, 0, NumberEmbedding.BINS, Screening.TELLING),
                new FtTransformer(8, 1, 4, 0, NumberEmbedding.WAVES, Screening.TELLING));
    }

    /** One that sees all columns of so few rows learns the others by heart. */
    @Test
    void a_network_that_sees_what_tells_learns_it_from_few_rows() {
        var model = trained(new TabularMlp(16, 1, 0, Screening.TELLING));
        assertThat(model.evaluate(table, VALIDATION).get("class"))
                .extractingByKey(Metrics.ROC_AUC)
                .satisfies(auc -> assertThat(auc).isGreaterThan(0.9));
        assertThat(trained(new TabularMlp(16, 1, 0)).evaluate(table, VALIDATION).get("class"))
                .extractingByKey(Metrics.ROC_AUC)
                .satisfies(auc -> assertThat(auc).isLessThan(0.85));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void onnx_and_a_bundle_answer_the_same(EncoderSpec encoder) throws IOException {
        var model = trained(encoder);
        var said = model.predict(table, VALIDATION);
        var bytes = new ByteArrayOutputStream();
        Bundle.of(model, "{}").write(bytes);
        Bundle.read(new ByteArrayInputStream(bytes.toByteArray()))
                .predict(table, VALIDATION)
                .forEach((task, answers) -> assertThat(answers.scores())
                        .isDeepEqualTo(requireNonNull(said.get(task)).scores()));
        try (var session = new OnnxSession(OnnxFile.of(model))) {
            session.put(model.encode(table, VALIDATION));
            var answers = session.run();
            said.forEach((task, expected) -> {
                float[] actual = requireNonNull(answers.get(task));
                int width = expected.scores()[0].length;
                for (int i = 0; i < actual.length; i++) {
                    float wanted = expected.scores()[i / width][i % width];
                    assertThat(actual[i]).as(task).isCloseTo(wanted, within(1e-4f * Math.max(1, Math.abs(wanted))));
                }
            });
        }
    }

    @Test
    void keras_answers_the_same_with_a_bent_target() {
        var model = trained(new TabularMlp(16, 1, 0, Screening.TELLING), "class", "amount");
        var rows = model.encode(table, new int[] {1, 2, 3, 4});
        var referee = new KerasReferee(KerasFile.of(model));
        var said = model.predict(rows);
        for (int row = 0; row < rows.rows(); row++) {
            var answers = referee.answer(inputs(rows, row));
            double expected = requireNonNull(said.get("amount")).scores()[row][0];
            assertThat(requireNonNull(answers.get("amount"))[0])
                    .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void a_column_that_is_not_seen_explains_nothing() {
        var bundle = Bundle.of(trained(new TabularMlp(16, 1, 0, Screening.TELLING)), "{}");
        var columns = Explainer.explain(bundle, Map.of("class", Metrics.ROC_AUC), table, VALIDATION, share -> {})
                .tasks()
                .getFirst()
                .columns();
        assertThat(columns).hasSize(COLUMNS);
        assertThat(columns.subList(0, 2))
                .allSatisfy(telling -> assertThat(telling.column()).isIn("x0", "x1"))
                .allSatisfy(telling -> assertThat(telling.drop()).isGreaterThan(0.05));
        assertThat(columns.stream().filter(column -> column.drop() == 0)).hasSizeGreaterThan(COLUMNS - 15);
    }

    @Test
    void a_network_of_before_sees_all_columns() throws JsonProcessingException {
        var json = new ObjectMapper();
        for (var encoder : List.of(
                new TabularMlp(16, 1, 0),
                new TabularLinear(0),
                new RealMlp(16, 1, 4, 0),
                new FtTransformer(8, 1, 4, 0))) {
            var written = json.writerFor(EncoderSpec.class).writeValueAsString(encoder);
            var older = written.replace(",\"screening\":\"ALL\"", "");
            assertThat(older).isNotEqualTo(written);
            assertThat(json.readValue(older, EncoderSpec.class)).isEqualTo(encoder);
        }
        var asked = json.writerFor(FeaturizerSpec.class)
                .writeValueAsString(new TabularMlp(16, 1, 0).featurizer())
                .replace(",\"screening\":\"ALL\"", "");
        assertThat(json.readValue(asked, FeaturizerSpec.class)).isEqualTo(new TabularMlp(16, 1, 0).featurizer());
    }

    private TrainedModel trained(EncoderSpec encoder) {
        return trained(encoder, "class", "amount", "both");
    }

    private TrainedModel trained(EncoderSpec encoder, String... names) {
        var tasks = List.of(
                new TaskSpec("class", TaskType.BINARY),
                new TaskSpec("amount", TaskType.REGRESSION),
                new TaskSpec("both", TaskType.VECTOR));
        var input = new InputSpec(
                "table",
                Modality.TABULAR,
                IntStream.range(0, COLUMNS).mapToObj(i -> "x" + i).toList());
        var network = new NetworkSpec(
                List.of(input),
                Map.of("table", encoder),
                new Concatenation(16, 1, 0, 0),
                tasks.stream()
                        .filter(task -> List.of(names).contains(task.name()))
                        .toList(),
                new HeadSpec(0, 0));
        var preprocessor = Preprocessor.fit(
                table, TRAIN, network.inputs(), Map.of("table", encoder.featurizer()), network.tasks());
        var trainer = new Trainer(
                network,
                Orchestra.training(20, new Equal(), 1),
                preprocessor,
                preprocessor.encode(table, TRAIN),
                preprocessor.encode(table, VALIDATION));
        return ((TrainingOutcome.Completed) trainer.run(null, (report, checkpoint) -> Verdict.CONTINUE)).model();
    }

    private static Map<String, double[]> inputs(EncodedRows rows, int row) {
        var inputs = new HashMap<String, double[]>();
        inputs.put("presence", new double[] {1});
        requireNonNull(rows.inputs().get("table"))
                .select(new int[] {row})
                .blocks()
                .forEach((block, cells) -> {
                    if (cells instanceof Block.Dense(int[] shape, float[] values)) {
                        var numbers = new double[values.length];
                        Arrays.setAll(numbers, i -> values[i]);
                        inputs.put("table_" + block, numbers);
                    }
                });
        return inputs;
    }

    private static Table table() {
        var random = new SplittableRandom(9);
        var columns = new LinkedHashMap<String, Column>();
        var all = new double[COLUMNS][ROWS];
        for (int c = 0; c < COLUMNS; c++) {
            double[] values = all[c];
            for (int row = 0; row < ROWS; row++) {
                values[row] = random.nextGaussian();
            }
            columns.put("x" + c, Samples.numbers(values));
        }
        var kind = new @Nullable String[ROWS];
        var amount = new double[ROWS];
        var both = new @Nullable String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double truth = all[0][row] - all[1][row];
            double times = random.nextInt(50) == 0 ? 1000 : 1;
            kind[row] = all[0][row] * all[1][row] > 0 ? "yes" : "no";
            amount[row] = times * (truth + random.nextGaussian() / 10);
            both[row] = truth + " " + times * all[1][row];
        }
        columns.put("class", Samples.texts(kind));
        columns.put("amount", Samples.numbers(amount));
        columns.put("both", Samples.texts(both));
        return Samples.table(columns);
    }
}
