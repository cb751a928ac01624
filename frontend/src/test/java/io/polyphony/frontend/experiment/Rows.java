package io.polyphony.frontend.experiment;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.comparison.TaskCell;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialView;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.trial.Direction;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of a comparison for tests: an accuracy to raise and an error to lower. */
final class Rows {
    static final ExperimentTask UP = new ExperimentTask("up", TaskType.BINARY, "roc_auc", Direction.MAXIMIZE);
    static final ExperimentTask DOWN = new ExperimentTask("down", TaskType.REGRESSION, "mae", Direction.MINIMIZE);

    private Rows() {}

    static TrialRow trial(int number, String fusion, double up, double down) {
        return row(number, TrialOrigin.SEARCH, fusion, Map.of("up", up, "down", down));
    }

    /** One that was given up. */
    static TrialRow pruned(int number, String fusion, double up, double down) {
        return row(number, TrialOrigin.SEARCH, TrialState.PRUNED, fusion, "equal", Map.of("up", up, "down", down));
    }

    /** Of an experiment with one task. */
    static TrialRow unweighed(int number, String fusion, double up) {
        return row(number, TrialOrigin.SEARCH, fusion, null, Map.of("up", up));
    }

    static TrialRow referee(int number, Map<String, Double> values) {
        return row(number, TrialOrigin.REFEREE, "concatenation", values);
    }

    private static TrialRow row(int number, TrialOrigin origin, String fusion, Map<String, Double> values) {
        return row(number, origin, fusion, "equal", values);
    }

    private static TrialRow row(
            int number, TrialOrigin origin, String fusion, @Nullable String weighting, Map<String, Double> values) {
        return row(number, origin, TrialState.COMPLETED, fusion, weighting, values);
    }

    private static TrialRow row(
            int number,
            TrialOrigin origin,
            TrialState state,
            String fusion,
            @Nullable String weighting,
            Map<String, Double> values) {
        var cells = new HashMap<String, TaskCell>();
        values.forEach(
                (task, value) -> cells.put(task, new TaskCell("metric", value, value, value, 0.1, 0.2, 1.0, Map.of())));
        var trial = new TrialView(
                new TrialId(new UUID(0, number)),
                new ExperimentId(new UUID(1, 1)),
                number,
                origin,
                state,
                "trial " + number,
                Map.of("fusion", fusion, "learning_rate", 0.001 * number, "batch", 64L),
                fusion,
                weighting,
                List.copyOf(values.keySet()),
                List.of("text"),
                1,
                5,
                5,
                3,
                0.5,
                null,
                null,
                null,
                Map.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH);
        return new TrialRow(trial, cells, Map.of(), 0.5, false);
    }
}
