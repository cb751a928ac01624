package io.polyphony.backend.model;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.TrainedTrial;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.engine.evaluation.Averaging;
import io.polyphony.engine.evaluation.Ensemble;
import io.polyphony.engine.evaluation.Stacking;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.Bundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts an ensemble together from an experiment's best trials, task by task, by what they say of the rows that judge them. No
 * network is trained for it.
 */
@ApplicationScoped
class Assembly {
    /** More candidates hardly help, and each must be asked about every validation row. */
    private static final int CANDIDATES = 24;

    private static final int ROUNDS = 25;
    /** What lies on pictures is large: to compare them takes long, and a few drawings together hardly differ from the best one. */
    private static final int MASK_ROUNDS = 3;

    private final TrialStore trials;
    private final ExperimentRows rows;
    private final Committee committee;

    Assembly(TrialStore trials, ExperimentRows rows, Committee committee) {
        this.trials = trials;
        this.rows = rows;
        this.committee = committee;
    }

    /** Trials that may be members, best first, with their networks. */
    record Field(Experiment experiment, List<Trial> trials, Map<TrialId, TrainedTrial> networks) {}

    /** Within the caller's transaction. */
    Field field(Experiment experiment) {
        var best = trials.best(experiment.id(), CANDIDATES);
        if (best.isEmpty()) {
            throw new Conflict("No trial of the experiment (%s) is completed. Maybe wait for the first one."
                    .formatted(experiment.name()));
        }
        return new Field(
                experiment,
                best,
                committee.networks(best.stream().map(Trial::id).toList()));
    }

    /** Asks every trial about every row that judges it, which takes seconds: holds no transaction. */
    Candidate choose(Field field, Combination how) {
        var source = rows.of(field.experiment());
        var answers = new LinkedHashMap<TrialId, Map<String, TaskPredictions>>();
        var encoders = new IdentityHashMap<int[], Bundle.Encoder>();
        field.networks()
                .forEach((trial, trained) -> answers.put(
                        trial,
                        trained.judged(
                                source,
                                (network, rows) -> encoders.computeIfAbsent(
                                                rows, _ -> new Bundle.Encoder(source.table(), rows))
                                        .of(network))));
        var ids = field.trials().stream().map(Trial::id).toList();
        var apart = new LinkedHashMap<String, TaskPredictions>();
        var weights = new LinkedHashMap<String, double[]>();
        var averaging = new LinkedHashMap<String, Averaging>();
        for (var task : field.experiment().tasks()) {
            var said = new ArrayList<TaskPredictions>();
            ids.forEach(id -> said.add(Objects.requireNonNull(answers.get(id)).get(task.name())));
            if (how == Combination.STACKING && !task.type().onPictures()) {
                var stacked = Stacking.of(said, task.metric());
                weights.put(task.name(), stacked.weights());
                apart.put(task.name(), stacked.judged());
            } else {
                var selected = greedy(said, task);
                weights.put(task.name(), selected.weights());
                averaging.put(task.name(), selected.averaging());
            }
        }
        var members = members(ids, weights);
        var folds = Committee.folds(members, field.networks()).stream()
                .map(fold -> fold.averaged(averaging))
                .toList();
        return new Candidate(field.experiment(), field.trials().getFirst(), members, how, folds, apart);
    }

    private static Ensemble greedy(List<TaskPredictions> said, ExperimentTask task) {
        int rounds = task.type().onPictures() ? MASK_ROUNDS : ROUNDS;
        return Ensemble.selected(said, task.metric(), rounds);
    }

    /** @param weights by task, as many as trials */
    private static List<ModelMember> members(List<TrialId> ids, Map<String, double[]> weights) {
        var members = new ArrayList<ModelMember>();
        for (int i = 0; i < ids.size(); i++) {
            var own = new LinkedHashMap<String, Double>();
            for (var task : weights.entrySet()) {
                if (task.getValue()[i] > 0) {
                    own.put(task.getKey(), task.getValue()[i]);
                }
            }
            if (!own.isEmpty()) {
                members.add(new ModelMember(ids.get(i), own));
            }
        }
        return members;
    }
}
