package io.polyphony.backend.model;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.Trial;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.Bundle;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What may become a model.
 *
 * @param trial the trial, or the ensemble's best one
 * @param members of an ensemble; empty: the trial alone
 * @param folds its networks, fold by fold; a single one where trials are not folded
 */
record Candidate(Experiment experiment, Trial trial, List<ModelMember> members, List<Bundle> folds) {
    Candidate {
        members = List.copyOf(members);
        folds = List.copyOf(folds);
    }

    boolean ensemble() {
        return !members.isEmpty();
    }

    /** All of its networks, which answer together. */
    Bundle bundle() {
        return Bundle.mean(folds);
    }

    /** What it says of the judging rows, fold by fold, each time without the networks that have learned from them. */
    Map<String, TaskPredictions> judged(ExperimentRows.Rows source) {
        var said = IntStream.range(0, folds.size())
                .mapToObj(fold -> folds.get(fold)
                        .predict(source.table(), source.folds().get(fold).validation()))
                .toList();
        return said.size() == 1 ? said.getFirst() : TaskPredictions.joined(said);
    }
}
