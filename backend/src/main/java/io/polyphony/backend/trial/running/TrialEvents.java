package io.polyphony.backend.trial.running;

import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialProgress;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.TaskReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells everyone what happens to trials, within the caller's transaction. */
@ApplicationScoped
class TrialEvents {
    private final EventLog log;

    TrialEvents(EventLog log) {
        this.log = log;
    }

    void started(Experiment experiment, Trial trial, Attempt attempt, int fromEpoch) {
        tell(
                experiment,
                trial,
                "started",
                Map.of("number", trial.number(), "attempt", attempt.number(), "fromEpoch", fromEpoch));
    }

    /** @param report of the last epoch, which may be of one fold of several */
    void epoch(Experiment experiment, Trial trial, TrialProgress progress, EpochReport report) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("number", trial.number());
        payload.put("epoch", progress.epoch());
        payload.put("epochs", progress.epochs());
        payload.put("fold", report.fold().number());
        payload.put("score", finite(report.score()));
        payload.put("rowsPerSecond", finite(report.rowsPerSecond()));
        payload.put("secondsLeft", finite(report.secondsLeft()));
        payload.put("metrics", metrics(report));
        tell(experiment, trial, "epoch", payload);
    }

    void ended(Experiment experiment, Trial trial, TrialState state, @Nullable String message) {
        var payload = new HashMap<String, Object>();
        payload.put("number", trial.number());
        if (message != null) {
            payload.put("message", message);
        }
        tell(experiment, trial, state.name().toLowerCase(Locale.ROOT), payload);
    }

    private void tell(Experiment experiment, Trial trial, String what, Map<String, ?> payload) {
        log.append("trial." + what, experiment.project(), experiment.id(), trial.id(), payload);
    }

    private static Map<String, Object> metrics(EpochReport report) {
        var metrics = new LinkedHashMap<String, Object>();
        for (Map.Entry<String, TaskReport> task : report.tasks().entrySet()) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            task.getValue().metrics().forEach((name, value) -> values.put(name, finite(value)));
            metrics.put(task.getKey(), values);
        }
        return metrics;
    }

    /** JSON knows no NaN. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
