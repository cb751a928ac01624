package io.polyphony.backend.metrics;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.trial.TrialService;
import io.polyphony.engine.weighting.GradientSpec;
import io.polyphony.engine.weighting.WeightingKind;
import io.polyphony.engine.weighting.Weightings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads metrics for those who may see the trial. */
@ApplicationScoped
@Transactional
class MetricReader implements MetricService {
    private static final int MOST_POINTS = 10_000;
    private static final int TRIALS = 200;

    private final MetricStore store;
    private final TrialService trials;
    private final ExperimentService experiments;

    MetricReader(MetricStore store, TrialService trials, ExperimentService experiments) {
        this.store = store;
        this.trials = trials;
        this.experiments = experiments;
    }

    @Override
    public List<Curve> curves(Actor actor, TrialId trial, int points) {
        trials.get(actor, trial);
        return thin(store.curves(trial), points);
    }

    @Override
    public List<Curve> curves(
            Actor actor, ExperimentId experiment, String task, String split, String name, int points) {
        experiments.get(actor, experiment);
        return thin(store.curves(experiment, task, split, name, TRIALS), points);
    }

    @Override
    public List<TaskMetric> metrics(Actor actor, TrialId trial) {
        trials.get(actor, trial);
        return store.summaries(List.of(trial)).getOrDefault(trial, List.of());
    }

    @Override
    public Gradients gradients(Actor actor, TrialId trial) {
        trials.get(actor, trial);
        return Gradients.of(store.gradients(List.of(trial)));
    }

    @Override
    public Gradients gradients(Actor actor, ExperimentId experiment) {
        experiments.get(actor, experiment);
        var combining = Weightings.all().stream()
                .filter(kind -> kind.spec() instanceof GradientSpec)
                .map(WeightingKind::name)
                .toList();
        return Gradients.of(store.gradients(store.newest(experiment, combining, TRIALS)));
    }

    /** JSON and charts know no NaN. */
    private static List<Curve.Point> finite(List<Curve.Point> points) {
        return points.stream().filter(point -> Double.isFinite(point.value())).toList();
    }

    private static List<Curve> thin(List<Curve> curves, int points) {
        if (points < 2 || points > MOST_POINTS) {
            throw new Malformed("The number of points (%d) is not within 2..%d.".formatted(points, MOST_POINTS));
        }
        return curves.stream()
                .map(curve -> new Curve(
                        curve.trial(),
                        curve.task(),
                        curve.split(),
                        curve.name(),
                        Thinning.thin(finite(curve.points()), points)))
                .toList();
    }
}
