package io.polyphony.backend.trial;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.experiment.EarlierSearches;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.engine.data.Modality;
import io.polyphony.hpo.portfolio.EarlierSearch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Earlier experiments as their rows tell them. */
@ApplicationScoped
class PastSearches implements EarlierSearches {
    private static final int LOOKED_AT = 60;
    private static final int EXPERIMENTS = 12;
    private static final int TRIALS = 300;
    private final ExperimentStore experiments;
    private final TrialStore trials;
    private final Measurements measurements;

    PastSearches(ExperimentStore experiments, TrialStore trials, Measurements measurements) {
        this.experiments = experiments;
        this.trials = trials;
        this.measurements = measurements;
    }

    @Override
    public List<EarlierSearch> of(ProjectId project, Set<Modality> modalities) {
        return experiments.page(Set.of(project), PageRequest.first(LOOKED_AT)).stream()
                .filter(experiment -> experiment.plan().modalities().equals(modalities))
                .limit(EXPERIMENTS)
                .map(this::search)
                .toList();
    }

    private EarlierSearch search(Experiment experiment) {
        var completed = trials.page(experiment.id(), TrialState.COMPLETED, PageRequest.first(TRIALS)).stream()
                .filter(Trial::trainedHere)
                .toList();
        var values = measurements.values(completed.stream().map(Trial::id).toList(), experiment.figures());
        var told = new ArrayList<io.polyphony.hpo.trial.Trial>();
        for (var trial : completed) {
            var measured = values.get(trial.id());
            if (measured != null) {
                told.add(io.polyphony.hpo.trial.Trial.completed(
                        trial.number(), trial.assignment(), measured.toArray(Double[]::new)));
            }
        }
        return new EarlierSearch(experiment.id().toString(), experiment.plan().space(), experiment.objectives(), told);
    }
}
