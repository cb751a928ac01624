package io.polyphony.frontend.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.experiment.UploadedEncoders;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.engine.weighting.Weightings;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ids;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Stream;

/** From data to a running experiment in five steps; beside them what was chosen so far. */
@Route(ExperimentNavigation.WIZARD)
@PermitAll
class WizardView extends PageView implements BeforeEnterObserver {
    private final ExperimentService experiments;
    private final DatasetService datasets;
    private final Access access;
    private final Actor actor;
    private final Draft draft = new Draft();
    private final List<WizardStep> steps;
    private final Nav rail = new Nav();
    private final Div content = Ui.div("wizard-content");
    private final DraftSummary summary = new DraftSummary(draft);
    private final Button back = Ui.button("Back", Glyph.BACK, () -> go(-1));
    private final Button next = Ui.primary("Continue", Glyph.FORWARD, () -> go(1));
    private int at;

    WizardView(
            ExperimentService experiments,
            DatasetService datasets,
            UploadedEncoders encoders,
            Access access,
            CurrentActor currentActor,
            ObjectMapper json) {
        super("New experiment");
        this.experiments = experiments;
        this.datasets = datasets;
        this.access = access;
        this.actor = currentActor.get();
        crumb("Experiments", ExperimentNavigation.LIST);
        steps = List.of(
                new DataStep(draft, datasets, access, actor, this::changed),
                new TasksStep(draft, this::planned, this::changed),
                new ChoicesStep(draft, this::planned, new OwnEncoders(encoders, access, actor), this::changed),
                new BudgetStep(draft, this::planned, this::changed),
                new ReviewStep(draft, experiments, actor, new Curl(json), this::changed));
        rail.addClassName("wizard-rail");
        rail.getElement().setAttribute("aria-label", "Steps");
        next.setIconAfterText(true);
        body(rail, Ui.div("wizard", Ui.div("stack", content, Ui.div("row wizard-foot", back, next)), summary));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Ids.of(event, "dataset", DatasetId::new).ifPresent(id -> {
            var dataset = datasets.get(actor, id);
            access.require(actor, dataset.project(), Role.RUNNER);
            if (dataset.usable() != null) {
                draft.choose(dataset, datasets.columns(actor, dataset.usable().id()));
                at = 1;
            }
        });
        Ids.of(event, "like", ExperimentId::new).ifPresent(id -> like(experiments.get(actor, id)));
        if (event.getLocation()
                .getQueryParameters()
                .getSingleParameter("surgery")
                .isPresent()) {
            draft.weightings = Stream.concat(draft.weightings.stream(), Weightings.SURGERY.stream())
                    .distinct()
                    .toList();
        }
        show();
    }

    /** Begins with all that another experiment chose. */
    private void like(ExperimentView other) {
        var dataset = datasets.get(actor, other.dataset());
        access.require(actor, dataset.project(), Role.RUNNER);
        if (dataset.usable() != null) {
            draft.choose(dataset, datasets.columns(actor, dataset.usable().id()));
            Likeness.of(other, draft);
            at = 2;
        }
    }

    private void go(int by) {
        var missing = steps.get(at).missing();
        if (by > 0 && missing.isPresent()) {
            Ui.tellProblem(missing.get());
        } else if (at + by == steps.size()) {
            start();
        } else {
            at = Math.clamp(at + by, 0, steps.size() - 1);
            show();
        }
    }

    private Planned planned() {
        try {
            return draft.tasks.isEmpty() ? Planned.NOTHING : Planned.of(experiments.preview(actor, draft.tasksOnly()));
        } catch (RuntimeException incomplete) {
            return new Planned(List.of(), List.of(), Problems.text(incomplete));
        }
    }

    private void start() {
        try {
            var experiment = experiments.create(actor, draft.request());
            getUI().ifPresent(ui -> ui.navigate(ExperimentNavigation.href(experiment.id())));
        } catch (RuntimeException refused) {
            Ui.tellProblem(Problems.text(refused));
        }
    }

    private void show() {
        content.removeAll();
        content.add(steps.get(at).content());
        back.setVisible(at > 0);
        next.setText(at == steps.size() - 1 ? "Start the experiment" : "Continue");
        next.setIcon((at == steps.size() - 1 ? Glyph.PLAY : Glyph.FORWARD).icon());
        showRail();
        summary.refresh();
    }

    private void showRail() {
        rail.removeAll();
        for (int i = 0; i < steps.size(); i++) {
            int step = i;
            var button = new NativeButton((i + 1) + "  " + steps.get(i).title(), click -> {
                at = step;
                show();
            });
            button.setEnabled(reachable(i));
            button.setClassName("current", i == at);
            button.setClassName("done", i < at);
            if (i == at) {
                button.getElement().setAttribute("aria-current", "step");
            }
            rail.add(button);
        }
    }

    private boolean reachable(int step) {
        return steps.subList(0, step).stream()
                .allMatch(before -> before.missing().isEmpty());
    }

    private void changed() {
        summary.refresh();
        showRail();
    }
}
