package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.ObjectiveRequest;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.trial.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoalsTest {
    private static final ExperimentTask LIKED =
            new ExperimentTask("liked", TaskType.BINARY, "roc_auc", Direction.MAXIMIZE);

    private static ExperimentObjective auc(@Nullable Double limit, boolean improved, double weight) {
        return new ExperimentObjective("liked", "liked", "roc_auc", Direction.MAXIMIZE, limit, improved, weight);
    }

    @Test
    void every_task_by_its_metric_is_not_asked_for() {
        assertThat(Goals.of(List.of(auc(null, true, 1)), List.of(LIKED))).isEmpty();
    }

    @Test
    void limits_weights_and_measures_are_asked_for_again() {
        var fast = new ExperimentObjective("latency_ms", null, "latency_ms", Direction.MINIMIZE, 20.0, false, 1);
        assertThat(Goals.of(List.of(auc(0.8, true, 2), fast), List.of(LIKED)))
                .containsExactly(
                        new ObjectiveRequest("liked", "roc_auc", null, 0.8, null, true, 2.0),
                        new ObjectiveRequest(null, null, "latency_ms", null, 20.0, false, null));
        assertThat(Goals.of(List.of(auc(null, true, 2)), List.of(LIKED))).hasSize(1);
    }
}
