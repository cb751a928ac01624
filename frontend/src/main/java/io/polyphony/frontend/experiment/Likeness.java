package io.polyphony.frontend.experiment;

import io.polyphony.backend.experiment.Budget;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.backend.experiment.TaskRequest;
import java.util.Locale;

/** A draft like an experiment that was there before. */
final class Likeness {
    private Likeness() {}

    /**
     * The same tasks, choices and endings as another experiment on the draft's data set; what that read is read again, where it
     * is still there. How long it may take is asked anew.
     */
    static void of(ExperimentView other, Draft draft) {
        draft.tasks.clear();
        draft.forecast.like(other.split().windows());
        other.tasks()
                .forEach(task -> draft.tasks.put(
                        task.name(),
                        draft.forecast.of(
                                new TaskRequest(task.name(), task.type().name().toLowerCase(Locale.ROOT), task.metric())
                                        .helping(task.auxiliary()))));
        draft.split.like(other.split());
        draft.objectives.clear();
        draft.objectives.addAll(Goals.of(other));
        draft.name = other.name() + ", again";
        search(other.search(), draft);
        endings(other.budget(), draft);
    }

    private static void search(SearchChoices search, Draft draft) {
        draft.fusions = search.fusions();
        draft.weightings = search.lossWeightings();
        draft.encoders.clear();
        draft.encoders.putAll(search.encoders());
        draft.training.clear();
        draft.training.putAll(search.training());
        draft.sampler = search.sampler();
        draft.pruner = search.pruner();
        draft.prunerSettings.clear();
        draft.prunerSettings.putAll(search.prunerSettings());
        draft.scalarization = search.scalarization();
        draft.referees = search.referees();
        draft.warmStart = search.warmStart();
    }

    private static void endings(Budget budget, Draft draft) {
        draft.enough = budget.score();
        draft.leastGain = budget.gain();
        draft.minutesPerTrial = budget.trialSeconds() == null ? null : budget.trialSeconds() / 60;
    }
}
