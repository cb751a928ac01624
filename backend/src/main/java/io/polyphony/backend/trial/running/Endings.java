package io.polyphony.backend.trial.running;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.hpo.study.Outlook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whether a search has reached enough before its budget is used up. */
@ApplicationScoped
class Endings {
    private static final int REMEMBERED = 64;

    private final TrialStore trials;
    private final Histories histories;
    private final Map<ExperimentId, Look> looks = new ConcurrentHashMap<>();

    /** @param ended how many trials had ended when it was taken */
    private record Look(long ended, double least, Outlook outlook) {}

    Endings(TrialStore trials, Histories histories) {
        this.trials = trials;
        this.histories = histories;
    }

    /** Why it may end; empty if it may not. Within the caller's transaction. */
    Optional<String> enough(Experiment experiment) {
        return reached(experiment).or(() -> littleToGain(experiment));
    }

    private Optional<String> reached(Experiment experiment) {
        var wanted = experiment.budget().score();
        return wanted == null
                ? Optional.empty()
                : trials.best(experiment.id(), 1).stream()
                        .filter(best -> best.progress().score() != null
                                && best.progress().score() >= wanted)
                        .findFirst()
                        .map(best -> String.format(
                                Locale.ROOT,
                                "Ended early: trial %d reached a score of %.3f, and %s was enough.",
                                best.number(),
                                best.progress().score(),
                                wanted));
    }

    private Optional<String> littleToGain(Experiment experiment) {
        var least = experiment.budget().gain();
        if (least == null) {
            return Optional.empty();
        }
        var outlook = outlook(experiment, least);
        return outlook.worthwhile() ? Optional.empty() : Optional.of("Ended early. " + outlook.reason());
    }

    /** Taken anew when another trial has ended: lanes ask more often than that. */
    private Outlook outlook(Experiment experiment, double least) {
        var history = histories.of(experiment);
        long ended = history.stream().filter(trial -> !trial.state().pending()).count();
        var known = looks.get(experiment.id());
        if (known != null && known.ended == ended && known.least == least) {
            return known.outlook;
        }
        if (looks.size() > REMEMBERED) {
            looks.clear();
        }
        var look = new Look(ended, least, histories.study(experiment).outlook(history, least));
        looks.put(experiment.id(), look);
        return look.outlook;
    }
}
