package io.polyphony.backend.experiment.persistence;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.experiment.Budget;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentState;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.trial.Direction;
import java.util.List;

/** Records to rows and back. */
final class ExperimentRows {
    private ExperimentRows() {}

    static ExperimentEntity row(Experiment experiment) {
        var row = new ExperimentEntity();
        row.id = experiment.id().value();
        row.project = experiment.project().value();
        row.dataset = experiment.dataset().value();
        row.version = experiment.version().value();
        row.name = experiment.name();
        row.state = experiment.state().name();
        row.message = experiment.message();
        row.plan = PlanJson.write(experiment.plan());
        row.seed = experiment.seed();
        row.budgetTrials = experiment.budget().trials();
        row.budgetSeconds = experiment.budget().seconds();
        row.stopScore = experiment.budget().score();
        row.stopGain = experiment.budget().gain();
        row.budgetTrialSeconds = experiment.budget().trialSeconds();
        row.createdBy = experiment.createdBy().value();
        row.createdAt = experiment.createdAt();
        row.startedAt = experiment.startedAt();
        row.endedAt = experiment.endedAt();
        return row;
    }

    static Experiment record(ExperimentEntity row, List<ExperimentTask> tasks) {
        return new Experiment(
                new ExperimentId(row.id),
                new ProjectId(row.project),
                new DatasetId(row.dataset),
                new DatasetVersionId(row.version),
                row.name,
                ExperimentState.valueOf(row.state),
                row.message,
                tasks,
                PlanJson.read(row.plan),
                new Budget(row.budgetTrials, row.budgetSeconds, row.stopScore, row.stopGain, row.budgetTrialSeconds),
                row.seed,
                new UserId(row.createdBy),
                row.createdAt,
                row.startedAt,
                row.endedAt);
    }

    static TaskEntity row(ExperimentId experiment, int position, ExperimentTask task) {
        var row = new TaskEntity();
        row.experiment = experiment.value();
        row.position = (short) position;
        row.name = task.name();
        row.type = task.type().name();
        row.metric = task.metric();
        row.direction = task.direction().name();
        row.auxiliary = task.auxiliary();
        return row;
    }

    static ExperimentTask record(TaskEntity row) {
        return new ExperimentTask(
                row.name, TaskType.valueOf(row.type), row.metric, Direction.valueOf(row.direction), row.auxiliary);
    }
}
