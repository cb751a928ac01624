package io.polyphony.backend.trial;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.Cursor;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.experiment.space.Knobs;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.hpo.space.Assignment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads trials for those who may see their experiment. */
@ApplicationScoped
@Transactional
class Trials implements TrialService {
    private final TrialStore store;
    private final ExperimentStore experiments;
    private final ExperimentService experimentService;
    private final Diagnoses diagnoses;
    private final LabelCounts counts;
    private final Access access;

    Trials(
            TrialStore store,
            ExperimentStore experiments,
            ExperimentService experimentService,
            Diagnoses diagnoses,
            LabelCounts counts,
            Access access) {
        this.store = store;
        this.experiments = experiments;
        this.experimentService = experimentService;
        this.diagnoses = diagnoses;
        this.counts = counts;
        this.access = access;
    }

    @Override
    public Page<TrialView> page(Actor actor, ExperimentId experiment, @Nullable TrialState state, PageRequest page) {
        experimentService.get(actor, experiment);
        return page.page(store.page(experiment, state, page), trial -> Cursor.of(trial.number()))
                .map(Trials::view);
    }

    @Override
    public TrialView get(Actor actor, TrialId id) {
        return view(visible(actor, id));
    }

    @Override
    public List<LabelCount> labels(Actor actor, ExperimentId experiment) {
        experimentService.get(actor, experiment);
        return counts.of(experiments.find(experiment).orElseThrow());
    }

    @Override
    public List<AttemptView> attempts(Actor actor, TrialId id) {
        visible(actor, id);
        return store.attempts(id);
    }

    @Override
    public List<TaskDiagnosis> diagnose(Actor actor, TrialId id) {
        var trial = visible(actor, id);
        if (trial.state() != TrialState.COMPLETED) {
            throw new Conflict("Trial %d is %s; only a completed one can be looked into. Maybe wait for its end."
                    .formatted(trial.number(), trial.state().name().toLowerCase(Locale.ROOT)));
        }
        return diagnoses.of(experiment(trial), trial);
    }

    private Trial visible(Actor actor, TrialId id) {
        var trial = store.find(id).orElseThrow(() -> NotFound.of("trial", id));
        access.require(actor, experiment(trial).project(), Role.VIEWER, "trial", id);
        return trial;
    }

    private Experiment experiment(Trial trial) {
        return experiments.find(trial.experiment()).orElseThrow();
    }

    private static TrialView view(Trial trial) {
        var progress = trial.progress();
        return new TrialView(
                trial.id(),
                trial.experiment(),
                trial.number(),
                trial.origin(),
                trial.state(),
                trial.label(),
                trial.assignment().values(),
                text(trial.assignment(), Knobs.FUSION),
                text(trial.assignment(), Knobs.LOSS_WEIGHTING),
                trial.tasks(),
                trial.inputs(),
                trial.attempt(),
                progress.epoch(),
                progress.epochs(),
                progress.bestEpoch(),
                progress.score(),
                progress.rowsPerSecond(),
                progress.secondsLeft(),
                trial.message(),
                trial.provenance(),
                trial.createdAt(),
                trial.startedAt(),
                trial.endedAt());
    }

    private static @Nullable String text(Assignment assignment, String name) {
        return assignment.has(name) ? assignment.text(name) : null;
    }
}
