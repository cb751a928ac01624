package io.polyphony.backend.experiment;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.Cursor;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The experiments of this installation. */
@ApplicationScoped
@Transactional
class Experiments implements ExperimentService {
    private final ExperimentPlanner planner;
    private final ExperimentStore store;
    private final ExperimentViews views;
    private final ExperimentSteering steering;
    private final DatasetService datasets;
    private final Access access;

    Experiments(
            ExperimentPlanner planner,
            ExperimentStore store,
            ExperimentViews views,
            ExperimentSteering steering,
            DatasetService datasets,
            Access access) {
        this.planner = planner;
        this.store = store;
        this.views = views;
        this.steering = steering;
        this.datasets = datasets;
        this.access = access;
    }

    @Override
    public ExperimentView create(Actor actor, ExperimentRequest request) {
        var experiment = plan(actor, request);
        steering.create(actor, experiment);
        return views.of(actor, experiment);
    }

    @Override
    public ExperimentView preview(Actor actor, ExperimentRequest request) {
        return views.of(actor, plan(actor, request));
    }

    private Experiment plan(Actor actor, ExperimentRequest request) {
        if (request.dataset() == null) {
            throw Invalid.field("/dataset", "The experiment names no data set. Maybe GET /api/v1/datasets lists it.");
        }
        var dataset = datasets.get(actor, request.dataset());
        access.require(actor, dataset.project(), Role.RUNNER, "dataset", dataset.id());
        var version = dataset.usable();
        if (version == null) {
            throw new Conflict(
                    "The data set (%s) is %s and cannot be used yet. Maybe wait for its import, or look at its problems."
                            .formatted(dataset.name(), dataset.state()));
        }
        return planner.plan(actor, request, dataset, version.id());
    }

    @Override
    public Page<ExperimentView> list(Actor actor, @Nullable ProjectId project, PageRequest page) {
        if (project != null) {
            access.require(actor, project, Role.VIEWER);
        }
        var projects = project == null ? access.visibleProjects(actor) : Set.of(project);
        var found = page.page(store.page(projects, page), experiment -> Cursor.of(experiment.id()));
        return new Page<>(views.of(actor, found.items()), found.next());
    }

    @Override
    public ExperimentView get(Actor actor, ExperimentId id) {
        var experiment = store.find(id).orElseThrow(() -> NotFound.of("experiment", id));
        access.require(actor, experiment.project(), Role.VIEWER, "experiment", id);
        return views.of(actor, experiment);
    }

    @Override
    public ExperimentView pause(Actor actor, ExperimentId id) {
        var experiment = locked(actor, id);
        require(experiment, experiment.state().alive(), "pause");
        return views.of(actor, steering.change(actor, experiment, ExperimentState.PAUSED));
    }

    @Override
    public ExperimentView resume(Actor actor, ExperimentId id) {
        var experiment = locked(actor, id);
        require(experiment, experiment.state() == ExperimentState.PAUSED, "resume");
        return views.of(actor, steering.change(actor, experiment, ExperimentState.RUNNING));
    }

    @Override
    public ExperimentView cancel(Actor actor, ExperimentId id) {
        var experiment = locked(actor, id);
        require(experiment, !experiment.state().ended(), "cancel");
        return views.of(actor, steering.change(actor, experiment, ExperimentState.CANCELLED));
    }

    @Override
    public ExperimentView extend(Actor actor, ExperimentId id, BudgetRequest more) {
        var experiment = locked(actor, id);
        require(
                experiment,
                experiment.state().alive()
                        || Set.of(ExperimentState.COMPLETED, ExperimentState.PAUSED)
                                .contains(experiment.state()),
                "extend");
        return views.of(actor, steering.extend(actor, experiment, more));
    }

    private Experiment locked(Actor actor, ExperimentId id) {
        var experiment = store.lock(id).orElseThrow(() -> NotFound.of("experiment", id));
        access.require(actor, experiment.project(), Role.RUNNER, "experiment", id);
        return experiment;
    }

    private static void require(Experiment experiment, boolean allowed, String action) {
        if (!allowed) {
            throw new Conflict("The experiment (%s) is %s; one cannot %s it. Maybe its state changed meanwhile."
                    .formatted(experiment.name(), experiment.state().name().toLowerCase(Locale.ROOT), action));
        }
    }
}
