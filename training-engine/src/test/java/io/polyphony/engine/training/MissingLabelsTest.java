package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.ConstantSchedule;
import io.polyphony.engine.optimizer.Sgd;
import io.polyphony.engine.weighting.Equal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of every type of task, of which some lack their label, cell by cell. */
class MissingLabelsTest {
    private static final int ROWS = 24;
    private static final List<InputSpec> INPUTS = List.of(
            new InputSpec("image", Modality.IMAGE, List.of("image")),
            new InputSpec("table", Modality.TABULAR, List.of("x")));
    private static final Map<String, EncoderSpec> ENCODERS =
            Map.of("image", new ImageCnn(16, 1, 4, 2, 0), "table", new TabularMlp(8, 1, 0));
    private final Table table = GappyTable.of(ROWS);

    /** One step sees all rows: what nobody knows must not move a single weight. */
    @ParameterizedTest
    @EnumSource(TaskType.class)
    void a_row_without_a_label_teaches_nothing(TaskType type) {
        var task = List.of(new TaskSpec(GappyTable.column(type), type));
        var known = known(type);
        var all = trained(task, all());
        var fewer = trained(task, known);
        var expected = requireNonNull(fewer.predict(table, all()).get(GappyTable.column(type)))
                .scores();
        var actual = requireNonNull(all.predict(table, all()).get(GappyTable.column(type)))
                .scores();
        for (int row = 0; row < ROWS; row++) {
            assertThat(actual[row]).as("row %d", row).containsExactly(expected[row], within(2e-3f));
        }
    }

    /** Metrics of all rows are those of the rows with a label. */
    @ParameterizedTest
    @EnumSource(TaskType.class)
    void a_row_without_a_label_counts_in_no_metric(TaskType type) {
        var column = GappyTable.column(type);
        var model = trained(List.of(new TaskSpec(column, type)), all());
        var known = requireNonNull(model.predict(table, known(type)).get(column));
        var expected = Metrics.evaluate(known);
        assertThat(expected).isNotEmpty();
        assertThat(Metrics.evaluate(requireNonNull(model.predict(table, all()).get(column))))
                .isEqualTo(expected);
    }

    /** Every row lacks some labels, and no task learns from all rows. */
    @Test
    void tasks_with_different_gaps_are_learned_together() {
        var tasks = Arrays.stream(TaskType.values())
                .map(type -> new TaskSpec(GappyTable.column(type), type))
                .toList();
        var labels = preprocessor(tasks).encode(table, all()).labels();
        for (var type : TaskType.values()) {
            assertThat(requireNonNull(labels.get(GappyTable.column(type))).labelled())
                    .as(type.name())
                    .isEqualTo(known(type).length)
                    .isBetween(1, ROWS - 1);
        }
        var metrics = trained(tasks, all()).evaluate(table, all());
        assertThat(metrics)
                .hasSize(tasks.size())
                .allSatisfy((_, own) -> assertThat(own).isNotEmpty());
    }

    private static int[] all() {
        return IntStream.range(0, ROWS).toArray();
    }

    private static int[] known(TaskType type) {
        return IntStream.range(0, ROWS)
                .filter(row -> !GappyTable.lacks(type, row))
                .toArray();
    }

    /** Fitted to all rows, whoever learns from it. */
    private Preprocessor preprocessor(List<TaskSpec> tasks) {
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        ENCODERS.forEach((name, encoder) -> features.put(name, encoder.featurizer()));
        return Preprocessor.fit(table, all(), INPUTS, features, tasks);
    }

    private TrainedModel trained(List<TaskSpec> tasks, int[] rows) {
        var network = new NetworkSpec(INPUTS, ENCODERS, new Concatenation(8, 1, 0, 0), tasks, new HeadSpec(0, 0));
        var preprocessor = preprocessor(tasks);
        var spec = new TrainingSpec(
                PaceSpec.of(3, ROWS),
                DescentSpec.of(new Sgd(0.02, 0, 0), new ConstantSchedule()).clipped(1),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none(),
                1);
        var outcome = new Trainer(
                        network,
                        spec,
                        preprocessor,
                        preprocessor.encode(table, rows),
                        preprocessor.encode(table, all()))
                .run(null, new Diary());
        return ((TrainingOutcome.Completed) outcome).model();
    }
}
