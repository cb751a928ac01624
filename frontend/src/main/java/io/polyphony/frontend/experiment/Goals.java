package io.polyphony.frontend.experiment;

import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.experiment.ObjectiveRequest;
import io.polyphony.hpo.trial.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What another experiment improved and limited, as something to ask for again. */
final class Goals {
    private Goals() {}

    /** None where that was every task by its metric. */
    static List<ObjectiveRequest> of(ExperimentView experiment) {
        return of(experiment.objectives(), experiment.tasks());
    }

    static List<ObjectiveRequest> of(List<ExperimentObjective> objectives, List<ExperimentTask> tasks) {
        boolean usual = objectives.size() == tasks.size()
                && objectives.stream().allMatch(objective -> isUsual(objective, tasks));
        return usual ? List.of() : objectives.stream().map(Goals::request).toList();
    }

    private static boolean isUsual(ExperimentObjective objective, List<ExperimentTask> tasks) {
        return objective.improved()
                && objective.limit() == null
                && objective.weight() == 1
                && tasks.stream()
                        .anyMatch(task -> task.name().equals(objective.task())
                                && task.metric().equals(objective.figure()));
    }

    private static ObjectiveRequest request(ExperimentObjective objective) {
        boolean measure = objective.task() == null;
        boolean up = objective.direction() == Direction.MAXIMIZE;
        return new ObjectiveRequest(
                objective.task(),
                measure ? null : objective.figure(),
                measure ? objective.figure() : null,
                up ? objective.limit() : null,
                up ? null : objective.limit(),
                objective.improved(),
                weight(objective));
    }

    private static @Nullable Double weight(ExperimentObjective objective) {
        return objective.weight() == 1 ? null : Double.valueOf(objective.weight());
    }
}
