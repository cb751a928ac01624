package io.polyphony.engine.export;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.fusion.Late;
import io.polyphony.engine.training.Orchestra;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.Verdict;
import io.polyphony.engine.weighting.Equal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainedModelTest {
    private final Orchestra orchestra = new Orchestra();
    private final TrainingOutcome.Completed outcome = train();

    private TrainingOutcome.Completed train() {
        var network = orchestra.network(new Late(8, 0, 0.1), Orchestra.everything());
        return (TrainingOutcome.Completed) orchestra
                .trainer(network, Orchestra.training(3, new Equal(), 1))
                .run(null, (report, checkpoint) -> Verdict.CONTINUE);
    }

    @Test
    void evaluates_as_its_best_epoch_did() {
        var metrics = outcome.model().evaluate(orchestra.table, orchestra.validationRows());
        outcome.best()
                .forEach((task, values) -> values.forEach((name, value) ->
                        assertThat(requireNonNull(metrics.get(task)).get(name)).isCloseTo(value, offset(1e-5))));
    }

    @Test
    void survives_the_way_to_bytes_and_back() {
        var model = outcome.model().with(Map.of("dataset", "orchestra"));
        var copy = TrainedModel.fromBytes(model.toBytes());
        assertThat(copy.network()).isEqualTo(model.network());
        assertThat(copy.provenance())
                .isEqualTo(model.provenance())
                .containsEntry("dataset", "orchestra")
                .containsKey("seed");
        var rows = orchestra.validationRows();
        var expected = model.predict(orchestra.table, rows);
        copy.predict(orchestra.table, rows)
                .forEach((task, predictions) -> assertThat(predictions.scores())
                        .isDeepEqualTo(requireNonNull(expected.get(task)).scores()));
    }

    @Test
    void answers_for_rows_whose_targets_nobody_knows() {
        var columns = new LinkedHashMap<String, Column>();
        for (var name : List.of("weight", "price", "maker", "text", "image", "audio")) {
            columns.put(name, orchestra.table.column(name));
        }
        var predictions = outcome.model().predict(Samples.table(columns), new int[] {0, 1, 2});
        assertThat(predictions.keySet()).containsExactly("instrument", "loud", "pitch");
        assertThat(requireNonNull(predictions.get("instrument")).scores()).hasDimensions(3, 3);
        assertThat(requireNonNull(predictions.get("loud")).mask()).containsOnly(0f);
    }

    @Test
    void damaged_or_foreign_bytes_are_refused() {
        var bytes = outcome.model().toBytes();
        bytes[bytes.length / 2] ^= 1;
        assertThatThrownBy(() -> TrainedModel.fromBytes(bytes)).hasMessageContaining("damaged");
        assertThatThrownBy(() -> TrainedModel.fromBytes(new byte[100])).hasMessageContaining("no model");
    }
}
