package io.polyphony.backend.model;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.evaluation.Ensemble;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts an ensemble together from an experiment's best trials: greedy selection, task by task, on the validation rows. No
 * network is trained for it.
 */
@ApplicationScoped
class Assembly {
    /** More candidates hardly help, and each must be asked about every validation row. */
    private static final int CANDIDATES = 24;

    private static final int ROUNDS = 25;
    /** Masks are large: to compare them takes long, and a few drawings together hardly differ from the best one. */
    private static final int MASK_ROUNDS = 3;

    private final TrialStore trials;
    private final ExperimentRows rows;
    private final Committee committee;

    Assembly(TrialStore trials, ExperimentRows rows, Committee committee) {
        this.trials = trials;
        this.rows = rows;
        this.committee = committee;
    }

    /**
     * An ensemble as it was chosen.
     *
     * @param best the candidate with the best score
     * @param members those with a share in any task
     * @param validation metrics of the ensemble on the validation rows, by task and name
     */
    record Chosen(Trial best, List<ModelMember> members, Map<String, Map<String, Double>> validation) {}

    Chosen choose(Experiment experiment) {
        var candidates = trials.best(experiment.id(), CANDIDATES);
        if (candidates.isEmpty()) {
            throw new Conflict("No trial of the experiment (%s) is completed. Maybe wait for the first one."
                    .formatted(experiment.name()));
        }
        var source = rows.of(experiment);
        var ids = candidates.stream().map(Trial::id).toList();
        var answers = committee.predict(ids, source.table(), source.split().validation());
        var members = members(ids, experiment.tasks(), answers);
        var validation = new LinkedHashMap<String, Map<String, Double>>();
        Committee.combine(members, answers)
                .forEach((task, predictions) -> validation.put(task, Metrics.evaluate(predictions)));
        return new Chosen(candidates.getFirst(), members, validation);
    }

    private static List<ModelMember> members(
            List<TrialId> ids, List<ExperimentTask> tasks, Map<TrialId, Map<String, TaskPredictions>> answers) {
        var weights = new LinkedHashMap<TrialId, Map<String, Double>>();
        for (var task : tasks) {
            var said = new ArrayList<TaskPredictions>();
            ids.forEach(id -> said.add(Objects.requireNonNull(answers.get(id)).get(task.name())));
            var ensemble =
                    Ensemble.selected(said, task.metric(), task.type() == TaskType.SEGMENTATION ? MASK_ROUNDS : ROUNDS);
            for (int i = 0; i < ids.size(); i++) {
                if (ensemble.weights()[i] > 0) {
                    weights.computeIfAbsent(ids.get(i), _ -> new LinkedHashMap<>())
                            .put(task.name(), ensemble.weights()[i]);
                }
            }
        }
        return weights.entrySet().stream()
                .map(entry -> new ModelMember(entry.getKey(), entry.getValue()))
                .toList();
    }
}
