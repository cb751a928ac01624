package io.polyphony.backend.model;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.AssignmentCompiler;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.Trial;
import io.polyphony.engine.compression.CompressionFailed;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.training.Refit;
import io.polyphony.engine.training.TrainingMonitor;
import io.polyphony.engine.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains every network of a model once more, on train and validation rows. Of the networks that folds have, one is trained in place of
 * all: the one whose best epoch is the median.
 *
 * @param trials of the networks of a fold, in their order
 * @param folds the model's networks, fold by fold; a single one where its trials are not folded
 */
record Refitting(Experiment experiment, List<Trial> trials, List<Bundle> folds, ExperimentRows.Rows rows) {

    /** Takes as long as the trials did; the networks' shares in an ensemble stay. */
    Bundle make(TrainingMonitor monitor) {
        var known = IntStream.concat(
                        IntStream.of(rows.split().train()),
                        IntStream.of(rows.split().validation()))
                .toArray();
        var model = folds.getFirst();
        var members = new ArrayList<Bundle.Member>();
        for (var member : model.members()) {
            var refit = refit(members.size());
            members.add(new Bundle.Member(trained(refit.run(rows.table(), known, monitor)), member.weights()));
        }
        return model.withMembers(members);
    }

    /** Epochs of all trainings together. */
    int epochs() {
        return IntStream.range(0, trials.size()).map(i -> refit(i).epochs()).sum();
    }

    private Refit refit(int member) {
        var spec = AssignmentCompiler.training(experiment, trials.get(member), null);
        return folds.stream()
                .map(fold -> new Refit(fold.members().get(member).network(), spec))
                .sorted(Comparator.comparingInt(Refit::epochs))
                .toList()
                .get(folds.size() / 2);
    }

    private static TrainedModel trained(TrainingOutcome outcome) {
        return switch (outcome) {
            case TrainingOutcome.Completed done -> done.model();
            case TrainingOutcome.Diverged diverged -> throw new CompressionFailed(diverged.reason());
            case TrainingOutcome.Interrupted _ -> throw new CompressionFailed("The training was ended from outside.");
            case TrainingOutcome.CrossValidated _ ->
                throw new IllegalStateException("A training on given rows has no folds.");
        };
    }
}
