package io.polyphony.backend.model;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.Trial;
import io.polyphony.engine.evaluation.Averaging;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.Bundle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What may become a model.
 *
 * @param trial the trial, or the ensemble's best one
 * @param members of an ensemble; empty: the trial alone
 * @param how the weights of an ensemble were found; null for a trial alone
 * @param folds its networks, fold by fold; a single one where trials are not folded
 * @param apart what is said of the judging rows with weights that were learned without them, by task, where they were learned
 */
record Candidate(
        Experiment experiment,
        Trial trial,
        List<ModelMember> members,
        @Nullable Combination how,
        List<Bundle> folds,
        Map<String, TaskPredictions> apart) {
    Candidate {
        members = List.copyOf(members);
        folds = List.copyOf(folds);
        apart = Map.copyOf(apart);
    }

    static Candidate alone(Experiment experiment, Trial trial, List<Bundle> folds) {
        return new Candidate(experiment, trial, List.of(), null, folds, Map.of());
    }

    boolean ensemble() {
        return !members.isEmpty();
    }

    /** All of its networks, which answer together. */
    Bundle bundle() {
        return Bundle.together(folds);
    }

    /** How its networks answer together, by task. */
    Map<String, Averaging> averaging() {
        return folds.getFirst().averaging();
    }

    /** A trial in folds as its networks answer best together; everything else as it is. */
    Candidate settled(Map<String, TaskPredictions> judged) {
        if (ensemble() || folds.size() == 1) {
            return this;
        }
        var averaging = new LinkedHashMap<String, Averaging>();
        for (var task : experiment.tasks()) {
            averaging.put(
                    task.name(), Averaging.ofFolds(Objects.requireNonNull(judged.get(task.name())), task.metric()));
        }
        var others = folds.stream().map(fold -> fold.averaged(averaging)).toList();
        return new Candidate(experiment, trial, members, how, others, apart);
    }

    /** What it says of the judging rows, fold by fold, each time without what has learned from them. */
    Map<String, TaskPredictions> judged(ExperimentRows.Rows source) {
        var said = IntStream.range(0, folds.size())
                .mapToObj(fold -> folds.get(fold)
                        .predict(source.table(), source.folds().get(fold).validation()))
                .toList();
        var judged = new LinkedHashMap<>(said.size() == 1 ? said.getFirst() : TaskPredictions.joined(said));
        judged.putAll(apart);
        return judged;
    }
}
