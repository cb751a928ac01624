package io.polyphony.engine.explanation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.EncodersTest;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.MeanEmbedding;
import io.polyphony.engine.encoder.SeriesLinear;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.evaluation.Temperature;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.FusionKind;
import io.polyphony.engine.fusion.FusionSettings;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Fusions;
import io.polyphony.engine.head.Counting;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.network.NetworkSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Completeness (Sundararajan 2017, proposition 1) for every encoder, fusion and task, on networks that are drawn at random. */
class RowExplainerTest {
    private static final List<EncoderSpec> ENCODERS = EncodersTest.ALL;
    private static final List<FusionKind> FUSIONS = Fusions.all();
    private static final List<TaskSpec> TASKS = List.of(
            new TaskSpec("kind", TaskType.MULTICLASS),
            new TaskSpec("yes", TaskType.BINARY),
            new TaskSpec("grade", TaskType.ORDINAL),
            new TaskSpec("tags", TaskType.MULTILABEL),
            new TaskSpec("size", TaskType.REGRESSION),
            new TaskSpec("skewed", TaskType.REGRESSION),
            new TaskSpec("count", TaskType.COUNT));
    private final Table table = ExplainedModels.table();

    @ParameterizedTest
    @FieldSource("ENCODERS")
    void shares_add_up_to_the_difference_whatever_reads_the_input(EncoderSpec encoder) {
        assertComplete(model(encoder, new Concatenation(8, 1, 0, 0), TASKS), 0, "yes");
    }

    @Test
    void shares_add_up_to_the_difference_whatever_is_asked() {
        var model = model(new TabularMlp(8, 2, 0), new Concatenation(8, 1, 0, 0), TASKS);
        for (var task : TASKS) {
            for (int row = 0; row < 3; row++) {
                assertComplete(model, row, task.name());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FUSIONS")
    void shares_add_up_to_the_difference_under_every_fusion(FusionKind fusion) {
        var model = model(new MeanEmbedding(50, 6, 8, 0), fusion.of(new FusionSettings(8, 2, 0, 0)), TASKS);
        for (int row = 0; row < 3; row++) {
            assertComplete(model, row, "size");
        }
    }

    private static RowExplanation explained(TrainedModel model, Table table, int row, Question question) {
        return RowExplainer.explain(model, table, row, question, Temperature.NONE);
    }

    private void assertComplete(TrainedModel model, int row, String task) {
        var explained = explained(model, table, row, new Question(task, null));
        assertThat(explained.inputs()).hasSize(2);
        double shared = 0;
        double size = 0;
        for (var input : explained.inputs()) {
            shared += input.total();
            size += places(input);
            assertThat(sum(input)).as("%s: %s", task, input).isCloseTo(input.total(), within(1e-4 * size + 1e-6));
        }
        assertThat(shared)
                .as("%s of row %d in %d steps", task, row, explained.steps())
                .isCloseTo(explained.value() - explained.baseline(), within(0.01 * size + 1e-5));
        assertThat(explained.gap()).isCloseTo(shared - explained.value() + explained.baseline(), within(1e-9));
    }

    /** What the model says of the row is what is explained. */
    @Test
    void the_value_is_the_answer() {
        var model = model(new TabularMlp(8, 1, 0), new Concatenation(8, 1, 0, 0), TASKS);
        var said = model.predict(table, new int[] {2});
        var kind = requireNonNull(said.get("kind"));
        var explained = explained(model, table, 2, new Question("kind", null));
        assertThat(explained.output()).isEqualTo(kind.classes().get(kind.predictedClass(0)));
        assertThat(explained.value()).isCloseTo(kind.scores()[0][kind.predictedClass(0)], within(1e-6));
        var other = explained(model, table, 2, new Question("kind", "b"));
        assertThat(other.value()).isCloseTo(kind.scores()[0][1], within(1e-6));
        var skewed = explained(model, table, 2, new Question("skewed", null));
        assertThat(skewed.value()).isCloseTo(requireNonNull(said.get("skewed")).scores()[0][0], within(1e-3));
    }

    /** Probabilities at a temperature are explained as they are said; numbers have none. */
    @Test
    void a_model_at_a_temperature_is_explained_at_it() {
        var model = model(new TabularMlp(8, 1, 0), new Concatenation(8, 1, 0, 0), TASKS);
        var said = model.predict(table, new int[] {2});
        for (var task : List.of("kind", "yes", "tags")) {
            for (double value : new double[] {0.4, 2.5}) {
                var temperature = new Temperature(value);
                var tempered = temperature.of(requireNonNull(said.get(task)));
                var question = new Question(task, tempered.classes().get(1));
                var explained = RowExplainer.explain(model, table, 2, question, temperature);
                assertThat(explained.value()).isCloseTo(tempered.scores()[0][1], within(1e-5));
                assertThat(Math.abs(explained.gap())).isLessThan(0.01);
            }
        }
        var size = RowExplainer.explain(model, table, 2, new Question("size", null), new Temperature(2.5));
        assertThat(size.value()).isCloseTo(requireNonNull(said.get("size")).scores()[0][0], within(1e-4));
    }

    @Test
    void places_carry_the_names_of_what_they_are() {
        var model = model(new TabularMlp(8, 1, 0), new Concatenation(8, 1, 0, 0), TASKS);
        var explained = explained(model, table, 3, new Question("size", null));
        assertThat(explained.inputs().getFirst())
                .isInstanceOfSatisfying(
                        Attribution.Cells.class,
                        cells -> assertThat(cells.cells())
                                .extracting(Attribution.Cell::column)
                                .containsExactly("weight", "maker"));
        assertThat(explained.inputs().getLast())
                .isInstanceOfSatisfying(
                        Attribution.Words.class,
                        words -> assertThat(words.words())
                                .extracting(Attribution.Word::text)
                                .containsExactly("word", "3", "and", "more"));
    }

    @Test
    void a_missing_input_has_no_share() {
        var model = model(new ImageCnn(8, 1, 4, 1, 0), new Concatenation(8, 1, 0, 0), TASKS);
        var explained = explained(model, table, ExplainedModels.ROWS - 1, new Question("size", null));
        assertThat(explained.inputs().getFirst()).isEqualTo(new Attribution.Whole("input", 0));
        assertThat(explained.inputs().getLast().total()).isNotZero();
    }

    @Test
    void masks_are_explained_by_how_much_of_the_picture_they_cover() {
        var tasks = List.of(new TaskSpec("mask", TaskType.SEGMENTATION), new TaskSpec("yes", TaskType.BINARY));
        var model = model(new ImageCnn(16, 1, 4, 2, 0), new Concatenation(8, 1, 0, 0), tasks);
        assertComplete(model, 0, "mask");
        var there = explained(model, table, 0, new Question("mask", null));
        var elsewhere = explained(model, table, 0, new Question("mask", "0"));
        assertThat(there.value() + elsewhere.value()).isCloseTo(1, within(1e-6));
        assertThat(there.inputs().getFirst().total())
                .isCloseTo(-elsewhere.inputs().getFirst().total(), within(1e-3));
    }

    @Test
    void a_count_by_density_is_explained_by_the_places_where_it_is() {
        var tasks = List.of(new TaskSpec("mask", TaskType.SEGMENTATION), new TaskSpec("count", TaskType.COUNT));
        for (var light : Light.values()) {
            var encoder = new ImageCnn(16, 1, 4, 2, 0, light);
            assertComplete(model(encoder, new Concatenation(8, 1, 0, 0), tasks, Counting.DENSITY), 0, "count");
        }
    }

    /** An untrained forecast repeats the last value, so that all of it is the last level's: the closed form. */
    @Test
    void an_untrained_forecast_rests_on_the_last_value_alone() {
        var steps =
                IntStream.range(0, 100).mapToDouble(i -> 5 + 3 * Math.sin(i)).toArray();
        var moments = IntStream.range(20, 90).toArray();
        var windows = Samples.table(Map.of("load", new Column.Windows(steps, moments, 20, 4)));
        var network = new NetworkSpec(
                List.of(new InputSpec("past", Modality.SERIES, List.of("load"))),
                Map.of("past", new SeriesLinear(32, 4, 0)),
                new Concatenation(8, 1, 0, 0),
                List.of(new TaskSpec("load", TaskType.FORECAST)),
                new HeadSpec(0, 0));
        var model =
                ExplainedModels.drawn(network, windows, IntStream.range(0, 60).toArray(), 0);
        for (var output : new @Nullable String[] {null, "1", "4"}) {
            var explained = explained(model, windows, 65, new Question("load", output));
            assertThat(explained.value()).isCloseTo(steps[moments[65] - 1], within(1e-4));
            var past = (Attribution.Steps) explained.inputs().getFirst();
            assertThat(past.levels()[0]).isCloseTo(explained.value() - explained.baseline(), within(1e-4));
            assertThat(past.shares()[0]).containsOnly(0f);
            assertThat(past.channels()).containsExactly("load");
        }
        assertThatThrownBy(() -> explained(model, windows, 65, new Question("load", "5")))
                .hasMessageContaining("(5)");
    }

    @Test
    void unknown_tasks_and_classes_are_refused() {
        var model = model(new TabularMlp(8, 1, 0), new Concatenation(8, 1, 0, 0), TASKS);
        assertThatThrownBy(() -> explained(model, table, 0, new Question("mood", null)))
                .hasMessageContaining("(mood)");
        assertThatThrownBy(() -> explained(model, table, 0, new Question("kind", "z")))
                .hasMessageContaining("(z)")
                .hasMessageContaining("[a, b, c]");
    }

    private static double sum(Attribution input) {
        return switch (input) {
            case Attribution.Whole whole -> whole.total();
            case Attribution.Cells cells ->
                cells.cells().stream().mapToDouble(Attribution.Cell::share).sum();
            case Attribution.Words words ->
                words.words().stream().mapToDouble(Attribution.Word::share).sum();
            case Attribution.Pixels pixels -> sum(pixels.shares());
            case Attribution.Sound sound -> sum(sound.shares());
            case Attribution.Steps series -> {
                double sum = 0;
                for (int channel = 0; channel < series.channels().size(); channel++) {
                    sum += sum(series.shares()[channel]);
                }
                yield sum;
            }
        };
    }

    private static double places(Attribution input) {
        return switch (input) {
            case Attribution.Whole whole -> Math.abs(whole.total());
            case Attribution.Cells cells ->
                cells.cells().stream()
                        .mapToDouble(cell -> Math.abs(cell.share()))
                        .sum();
            case Attribution.Words words ->
                words.words().stream()
                        .mapToDouble(word -> Math.abs(word.share()))
                        .sum();
            case Attribution.Pixels pixels -> size(pixels.shares());
            case Attribution.Sound sound -> size(sound.shares());
            case Attribution.Steps series -> {
                double size = 0;
                for (var channel : series.shares()) {
                    size += size(channel);
                }
                yield size;
            }
        };
    }

    private static double sum(float[] shares) {
        return IntStream.range(0, shares.length).mapToDouble(i -> shares[i]).sum();
    }

    private static double size(float[] shares) {
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> Math.abs(shares[i]))
                .sum();
    }

    private TrainedModel model(EncoderSpec encoder, FusionSpec fusion, List<TaskSpec> tasks) {
        return model(encoder, fusion, tasks, Counting.POOLED);
    }

    private TrainedModel model(EncoderSpec encoder, FusionSpec fusion, List<TaskSpec> tasks, Counting counting) {
        var modality = encoder.featurizer().modality();
        var columns = switch (modality) {
            case TABULAR -> ExplainedModels.cells(encoder);
            case TEXT -> List.of("text");
            case IMAGE -> List.of("image");
            case AUDIO -> List.of("audio");
            case SERIES -> List.of("series");
        };
        var network = new NetworkSpec(
                List.of(
                        new InputSpec("input", modality, columns),
                        new InputSpec("beside", Modality.TEXT, List.of("text"))),
                Map.of("input", encoder, "beside", new MeanEmbedding(50, 6, 4, 0)),
                fusion,
                tasks,
                new HeadSpec(4, 0, counting));
        return ExplainedModels.drawn(
                network, table, IntStream.range(0, ExplainedModels.ROWS).toArray(), 0.1);
    }
}
