package io.polyphony.backend.comparison;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.backend.trial.Measurements;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.hpo.analysis.ParetoFront;
import io.polyphony.hpo.trial.Trial;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The completed trials that are ranked, and those that no other trial beats on every task. */
@ApplicationScoped
class Fronts {
    private final TrialStore trials;
    private final Measurements measurements;

    Fronts(TrialStore trials, Measurements measurements) {
        this.trials = trials;
        this.measurements = measurements;
    }

    /**
     * Completed trials as the search knows them.
     *
     * @param ids by their numbers
     */
    record Completed(List<Trial> trials, Map<Integer, TrialId> ids) {}

    /** Of the completed trials that are ranked. Within the caller's transaction. */
    Set<TrialId> of(Experiment experiment) {
        var completed = completed(experiment, experiment.figures());
        return ParetoFront.of(experiment.objectives(), completed.trials()).stream()
                .map(trial -> completed.ids().get(trial.number()))
                .collect(Collectors.toSet());
    }

    /** The completed trials that are ranked, with the experiment's objectives. Within the caller's transaction. */
    List<Trial> completed(Experiment experiment) {
        return completed(experiment, experiment.figures()).trials();
    }

    /** The completed trials that are ranked, with a value for each of these figures. Within the caller's transaction. */
    Completed completed(Experiment experiment, List<ExperimentObjective> figures) {
        var completed = trials.others(experiment.id(), 0, List.of()).stream()
                .filter(trial -> trial.trainedHere() && trial.state() == TrialState.COMPLETED)
                .toList();
        var values = measurements.values(
                completed.stream().map(io.polyphony.backend.trial.Trial::id).toList(), figures);
        var ids = new HashMap<Integer, TrialId>();
        var told = new ArrayList<Trial>();
        for (var trial : completed) {
            var measured = values.get(trial.id());
            if (measured != null) {
                ids.put(trial.number(), trial.id());
                told.add(Trial.completed(trial.number(), trial.assignment(), measured.toArray(Double[]::new)));
            }
        }
        return new Completed(told, ids);
    }
}
