package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.project.ProjectChoice;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Supplier;

/** All experiments that the actor may see, newest first, with their progress. */
@Route(ExperimentNavigation.LIST)
@PermitAll
class ExperimentListView extends PageView {
    private final Div cards = Ui.div("stack");

    private final boolean mayRun;

    ExperimentListView(ExperimentService experiments, ProjectChoice projects, CurrentActor currentActor, Live live) {
        super("Experiments");
        lead("Each one searches the ways to fuse the inputs and to weigh the tasks, within a budget.");
        var actor = currentActor.get();
        mayRun = projects.any(actor, Role.RUNNER);
        Supplier<List<ExperimentView>> load =
                () -> experiments.list(actor, null, PageRequest.first(200)).items();
        body(cards);
        actions(start());
        show(load.get());
        live.watch(this, new EventFilter.All(), load, this::show);
    }

    private void show(List<ExperimentView> experiments) {
        cards.removeAll();
        experiments.forEach(experiment -> cards.add(new ExperimentCard(experiment)));
        if (experiments.isEmpty()) {
            cards.add(Ui.div(
                    "panel",
                    Ui.blank(
                            Glyph.EXPERIMENT,
                            "No experiments yet",
                            mayRun
                                    ? "Choose a data set and the columns to predict; Polyphony tries the ways to combine them and shows what each does to every task."
                                    : "Those of your projects will appear here. You are a viewer: ask an owner for the role runner to start some.",
                            start())));
        }
    }

    private Component[] start() {
        return mayRun
                ? new Component[] {
                    Ui.primary(
                            "New experiment", Glyph.PLUS, () -> UI.getCurrent().navigate(ExperimentNavigation.WIZARD))
                }
                : new Component[0];
    }
}
