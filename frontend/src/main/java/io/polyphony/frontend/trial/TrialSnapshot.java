package io.polyphony.frontend.trial;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.metrics.Gradients;
import io.polyphony.backend.metrics.MetricService;
import io.polyphony.backend.metrics.TaskMetric;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.trial.AttemptView;
import io.polyphony.backend.trial.TrialService;
import io.polyphony.backend.trial.TrialView;
import java.util.List;
import java.util.Optional;

/** Everything live on the trial's page, read at one time. */
record TrialSnapshot(
        TrialView trial,
        List<Curve> curves,
        List<TaskMetric> metrics,
        Gradients gradients,
        List<AttemptView> attempts) {
    private static final int POINTS = 300;

    static TrialSnapshot load(Actor actor, TrialId id, TrialService trials, MetricService metrics) {
        return new TrialSnapshot(
                trials.get(actor, id),
                metrics.curves(actor, id, POINTS),
                metrics.metrics(actor, id),
                metrics.gradients(actor, id),
                trials.attempts(actor, id));
    }

    Optional<TaskMetric> metric(String task, String name) {
        return metrics.stream()
                .filter(metric -> metric.task().equals(task)
                        && metric.name().equals(name)
                        && metric.split().equals("validation"))
                .findFirst();
    }
}
