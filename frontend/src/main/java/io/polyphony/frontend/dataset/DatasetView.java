package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.DatasetState;
import io.polyphony.backend.dataset.DatasetSummary;
import io.polyphony.backend.dataset.VersionSummary;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ids;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.StateBadge;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.ExperimentNavigation;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** One data set: its rows, its columns and what they are for, its profile; while it is imported, how far that is. */
@Route(DatasetNavigation.LIST + "/:id")
@PermitAll
class DatasetView extends PageView implements BeforeEnterObserver {
    private final DatasetService datasets;
    private final Access access;
    private final Actor actor;
    private final Live live;
    private @Nullable DatasetSummary shown;

    DatasetView(DatasetService datasets, Access access, CurrentActor currentActor, Live live) {
        super("Data set");
        this.datasets = datasets;
        this.access = access;
        this.actor = currentActor.get();
        this.live = live;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = Ids.of(event, DatasetId::new);
        var dataset = datasets.get(actor, id);
        crumb("Data sets", DatasetNavigation.LIST);
        show(dataset);
        live.watch(this, new EventFilter.OfProject(dataset.project()), () -> datasets.get(actor, id), this::show);
        // A short import may end before the page watches; then no event would come.
        addAttachListener(attach -> show(datasets.get(actor, id)));
    }

    private void show(DatasetSummary dataset) {
        if (dataset.equals(shown)) {
            return;
        }
        shown = dataset;
        var latest = dataset.latest();
        title(dataset.name());
        besideTitle(new StateBadge(dataset.state()));
        lead("Version %d · %s · %s · imported %s"
                .formatted(
                        latest.number(),
                        latest.fileName(),
                        Numbers.bytes(latest.bytes()),
                        Numbers.moment(latest.createdAt())));
        switch (dataset.state()) {
            case IMPORTING -> body(new Panel("Importing").with(new ImportProgress(latest)));
            case FAILED -> body(new ProblemList(latest.problems()), usable(dataset));
            case READY -> body(tabs(dataset, latest));
        }
        actions(actionsFor(dataset));
    }

    private Component usable(DatasetSummary dataset) {
        var usable = dataset.usable();
        return usable == null ? Ui.div("") : tabs(dataset, usable);
    }

    private Component tabs(DatasetSummary dataset, VersionSummary version) {
        boolean mayEdit = access.role(actor, dataset.project())
                .filter(role -> role.includes(Role.EDITOR))
                .isPresent();
        var tabs = new TabSheet();
        tabs.addClassName("page-tabs");
        tabs.add("Preview", new PreviewPanel(datasets, actor, version));
        tabs.add(
                "Columns",
                new ColumnEditor(datasets, actor, version, mayEdit, () -> show(datasets.get(actor, dataset.id()))));
        tabs.add("Profile", new ProfilePanel(datasets.profile(actor, version.id())));
        tabs.add("Versions", new VersionList(datasets.versions(actor, dataset.id())));
        return tabs;
    }

    private Component[] actionsFor(DatasetSummary dataset) {
        boolean mayRun = access.role(actor, dataset.project())
                .filter(role -> role.includes(Role.RUNNER))
                .isPresent();
        if (dataset.usable() == null && dataset.state() == DatasetState.FAILED) {
            return new Component[] {
                Ui.primary(
                        "Upload another file",
                        Glyph.UPLOAD,
                        () -> UI.getCurrent().navigate(DatasetNavigation.LIST))
            };
        }
        if (dataset.usable() == null || !mayRun) {
            return new Component[0];
        }
        return new Component[] {
            Ui.primary("New experiment", Glyph.EXPERIMENT, () -> ExperimentNavigation.toWizard(dataset.id()))
        };
    }
}
