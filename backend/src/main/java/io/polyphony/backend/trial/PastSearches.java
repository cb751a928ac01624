package io.polyphony.backend.trial;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.experiment.EarlierSearches;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.engine.data.Modality;
import io.polyphony.hpo.portfolio.EarlierSearch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    public List<EarlierSearch> of(ProjectId project, Set<Modality> modalities, @Nullable Duration longest) {
        return experiments.page(Set.of(project), PageRequest.first(LOOKED_AT)).stream()
                .filter(experiment -> experiment.plan().modalities().equals(modalities))
                .limit(EXPERIMENTS)
                .map(experiment -> search(experiment, longest))
                .toList();
    }

    private EarlierSearch search(Experiment experiment, @Nullable Duration longest) {
        var completed = trials.page(experiment.id(), TrialState.COMPLETED, PageRequest.first(TRIALS)).stream()
                .filter(trial -> trial.trainedHere() && within(trial, longest))
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

    private static boolean within(Trial trial, @Nullable Duration longest) {
        var started = trial.startedAt();
        var ended = trial.endedAt();
        return longest == null
                || started == null
                || ended == null
                || Duration.between(started, ended).compareTo(longest) <= 0;
    }
}
