package io.polyphony.frontend.trial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.metrics.MetricService;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialService;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ids;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.StateBadge;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.ExperimentNavigation;
import io.polyphony.frontend.model.ModelNavigation;
import io.polyphony.frontend.model.PromoteDialog;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One trial: its curves, the losses and their weights, where it is wrong, what was chosen, and how it came to be. */
@Route(TrialNavigation.PREFIX + "/:id")
@PermitAll
class TrialPage extends PageView implements BeforeEnterObserver {
    private final TrialService trials;
    private final ExperimentService experiments;
    private final MetricService metrics;
    private final ModelService models;
    private final Access access;
    private final Actor actor;
    private final Live live;
    private final TrialHead head = new TrialHead();
    private final AttemptPanel attempts = new AttemptPanel();
    private final Div diagnosis = Ui.div("stack");
    private @Nullable TrialState diagnosed;
    /** The state that the buttons belong to: making them anew at every event would lose clicks. */
    private @Nullable TrialState offered;

    TrialPage(
            TrialService trials,
            ExperimentService experiments,
            MetricService metrics,
            ModelService models,
            Access access,
            CurrentActor currentActor,
            Live live) {
        super("Trial");
        this.trials = trials;
        this.experiments = experiments;
        this.metrics = metrics;
        this.models = models;
        this.access = access;
        this.actor = currentActor.get();
        this.live = live;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = Ids.of(event, TrialId::new);
        Supplier<TrialSnapshot> load = () -> TrialSnapshot.load(actor, id, trials, metrics);
        var first = load.get();
        var experiment = experiments.get(actor, first.trial().experiment());
        crumb("Experiments", ExperimentNavigation.LIST);
        crumb(experiment.name(), ExperimentNavigation.href(experiment.id()));
        var curves = new TrialCurves(experiment.tasks(), first.trial());
        var gradients = new GradientPanel(tasks(first, experiment), experiment.id(), mayRun(experiment));
        body(head, curves, gradients, diagnosis, new AssignmentPanel(first.trial()), attempts);
        show(first, curves, gradients, experiment);
        live.watch(this, new EventFilter.OfTrial(id), load, next -> show(next, curves, gradients, experiment));
    }

    private void show(TrialSnapshot next, TrialCurves curves, GradientPanel gradients, ExperimentView experiment) {
        var trial = next.trial();
        boolean referee = trial.origin() == TrialOrigin.REFEREE;
        title(referee ? "Referee: " + trial.label() : "Trial " + trial.number());
        besideTitle(new StateBadge(trial.state()));
        lead(referee ? trial.label() : Numbers.words(trial.label().replaceFirst("^#\\d+ ?", "")));
        head.show(next, experiment.tasks());
        curves.show(next.curves(), trial.state());
        gradients.show(next.curves(), next.gradients(), trial.endedAt() != null);
        attempts.show(next);
        diagnose(next);
        if (trial.state() != offered) {
            offered = trial.state();
            actions(promotion(next, experiment));
        }
    }

    /** Once, when the trial has ended: computing it reads all validation rows. */
    private void diagnose(TrialSnapshot next) {
        var trial = next.trial();
        if (trial.state() == diagnosed) {
            return;
        }
        diagnosed = trial.state();
        diagnosis.removeAll();
        diagnosis.add(
                trial.state() == TrialState.COMPLETED
                        ? new DiagnosisPanel(() -> trials.diagnose(actor, trial.id()))
                        : new Panel(DiagnosisPanel.TITLE).with(Ui.notice("", undiagnosed(trial.state()))));
    }

    private static String undiagnosed(TrialState state) {
        return state.ended()
                ? "Only a completed trial is looked into: the weights of this one were not kept."
                : "The validation rows are looked into when the trial has completed.";
    }

    private Component[] promotion(TrialSnapshot next, ExperimentView experiment) {
        var trial = next.trial();
        if (trial.state() != TrialState.COMPLETED
                || trial.origin() == TrialOrigin.REFEREE
                || trial.origin() == TrialOrigin.IMPORTED) {
            return new Component[0];
        }
        var model = models.ofTrial(actor, trial.id());
        if (model.isPresent()) {
            return new Component[] {
                Ui.button(
                        "Open its model",
                        Glyph.MODEL,
                        () -> ModelNavigation.open(model.get().id()))
            };
        }
        return mayRun(experiment)
                ? new Component[] {
                    Ui.primary(
                            "Promote to a model",
                            Glyph.AWARD,
                            () -> new PromoteDialog(
                                            "Promote trial " + trial.number(),
                                            alone(experiment),
                                            name -> models.promote(actor, trial.id(), name))
                                    .open())
                }
                : new Component[0];
    }

    private static String alone(ExperimentView experiment) {
        int folds = experiment.split().folds();
        return folds == 1
                ? "The network of this trial alone becomes a model."
                : "The networks of this trial's %d folds become one model: the mean of what they say, or the median where numbers are told exactly."
                        .formatted(folds);
    }

    private boolean mayRun(ExperimentView experiment) {
        return access.role(actor, experiment.project())
                .filter(role -> role.includes(Role.RUNNER))
                .isPresent();
    }

    /** In the experiment's order, so that each has the colour that it has elsewhere. */
    private static List<String> tasks(TrialSnapshot snapshot, ExperimentView experiment) {
        return experiment.tasks().stream()
                .map(ExperimentTask::name)
                .filter(snapshot.trial().tasks()::contains)
                .toList();
    }
}
