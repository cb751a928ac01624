package io.polyphony.frontend.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.DatasetSummary;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Tiles;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.dataset.DatasetNavigation;
import io.polyphony.frontend.dataset.ExamplePanel;
import io.polyphony.frontend.experiment.ExperimentCard;
import io.polyphony.frontend.experiment.ExperimentNavigation;
import io.polyphony.frontend.project.ProjectChoice;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is going on: running experiments first, then what was done last; for a newcomer, where to begin. */
@Route("")
@PermitAll
class OverviewView extends PageView {
    private static final int RECENT = 6;

    /** What the page shows. */
    private record Overview(List<DatasetSummary> datasets, List<ExperimentView> experiments, int models) {}

    private final DatasetService datasets;
    private final ExperimentService experiments;
    private final ModelService models;
    private final Actor actor;
    private final ProjectChoice projects;
    private final boolean mayRun;
    private final Div content = Ui.div("stack");
    private @Nullable Overview shown;

    OverviewView(
            DatasetService datasets,
            ExperimentService experiments,
            ModelService models,
            ProjectChoice projects,
            CurrentActor currentActor,
            Live live) {
        super("Overview");
        this.datasets = datasets;
        this.experiments = experiments;
        this.models = models;
        this.actor = currentActor.get();
        this.projects = projects;
        this.mayRun = projects.any(actor, Role.RUNNER);
        body(content);
        show(load());
        live.watch(this, new EventFilter.All(), this::load, this::show);
    }

    private Overview load() {
        var first = PageRequest.first(200);
        return new Overview(
                datasets.list(actor, null, first).items(),
                experiments.list(actor, null, first).items(),
                models.list(actor, null, first).items().size());
    }

    /** What has not changed stays: a click on a button that is being replaced is lost. */
    private void show(Overview overview) {
        if (overview.equals(shown)) {
            return;
        }
        shown = overview;
        content.removeAll();
        if (overview.datasets().isEmpty() && overview.experiments().isEmpty()) {
            content.add(new FirstSteps(), new ExamplePanel(datasets, projects, actor));
            return;
        }
        if (mayRun) {
            actions(Ui.primary(
                    "New experiment", Glyph.PLUS, () -> UI.getCurrent().navigate(ExperimentNavigation.WIZARD)));
        }
        content.add(tiles(overview));
        content.add(experiments(overview.experiments()));
    }

    private static Component tiles(Overview overview) {
        long running = overview.experiments().stream()
                .filter(experiment -> experiment.state().alive())
                .count();
        int trials = overview.experiments().stream()
                .mapToInt(experiment -> experiment.progress().finished())
                .sum();
        return new Tiles()
                .tile("Running now", String.valueOf(running), running == 1 ? "experiment" : "experiments")
                .tile("Experiments", String.valueOf(overview.experiments().size()), trials + " trials finished")
                .tile("Data sets", String.valueOf(overview.datasets().size()), "")
                .tile("Models", String.valueOf(overview.models()), "promoted trials");
    }

    private static Component experiments(List<ExperimentView> all) {
        if (all.isEmpty()) {
            return Ui.div(
                    "panel",
                    Ui.blank(
                            Glyph.EXPERIMENT,
                            "Your data is here; now let it learn",
                            "Start an experiment: choose the columns to predict, and Polyphony tries the ways to get there.",
                            Ui.link(ExperimentNavigation.WIZARD, "New experiment"),
                            Ui.link(DatasetNavigation.LIST, "Look at the data")));
        }
        var cards = Ui.div("stack");
        all.stream()
                .sorted(java.util.Comparator.comparing(
                        experiment -> !experiment.state().alive()))
                .limit(RECENT)
                .forEach(experiment -> cards.add(new ExperimentCard(experiment)));
        if (all.size() > RECENT) {
            cards.add(Ui.link(ExperimentNavigation.LIST, "All " + all.size() + " experiments"));
        }
        return cards;
    }
}
