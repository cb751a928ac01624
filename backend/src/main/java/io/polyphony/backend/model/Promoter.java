package io.polyphony.backend.model;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.TrialStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leads a promotion in three steps: look the candidate up, examine it, store the model. The second takes seconds and holds no
 * transaction, so that a running search goes on; the third looks again at what may have changed meanwhile.
 */
@ApplicationScoped
class Promoter {
    private final TrialStore trials;
    private final ExperimentStore experiments;
    private final ExperimentRows rows;
    private final Committee committee;
    private final Assembly assembly;
    private final Promotion promotion;
    private final ModelViews views;
    private final Access access;

    Promoter(
            TrialStore trials,
            ExperimentStore experiments,
            ExperimentRows rows,
            Committee committee,
            Assembly assembly,
            Promotion promotion,
            ModelViews views,
            Access access) {
        this.trials = trials;
        this.experiments = experiments;
        this.rows = rows;
        this.committee = committee;
        this.assembly = assembly;
        this.promotion = promotion;
        this.views = views;
        this.access = access;
    }

    ModelView promote(Actor actor, TrialId id, @Nullable String name) {
        return finish(actor, within(() -> candidate(actor, id)), name);
    }

    ModelView promoteEnsemble(Actor actor, ExperimentId id, @Nullable String name, Combination how) {
        var field = within(() -> {
            var experiment = experiments.find(id).orElseThrow(() -> NotFound.of("experiment", id));
            access.require(actor, experiment.project(), Role.RUNNER, "experiment", id);
            return assembly.field(experiment);
        });
        return finish(actor, assembly.choose(field, how), name);
    }

    private Candidate candidate(Actor actor, TrialId id) {
        var trial = trials.find(id).orElseThrow(() -> NotFound.of("trial", id));
        var experiment = experiments.find(trial.experiment()).orElseThrow();
        access.require(actor, experiment.project(), Role.RUNNER, "trial", id);
        return Promotion.candidate(experiment, trial, committee);
    }

    private ModelView finish(Actor actor, Candidate candidate, @Nullable String name) {
        var known = within(() -> promotion.known(candidate).map(views::of));
        return known.orElseGet(() -> examined(actor, candidate, name));
    }

    private ModelView examined(Actor actor, Candidate candidate, @Nullable String name) {
        var examination = Examination.of(candidate, rows.of(candidate.experiment()));
        return within(() -> views.of(promotion.promote(actor, candidate, examination, name)));
    }

    private static <T> T within(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
