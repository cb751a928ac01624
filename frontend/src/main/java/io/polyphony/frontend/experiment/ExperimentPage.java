package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.comparison.AnalysisService;
import io.polyphony.backend.comparison.ComparisonService;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentState;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.metrics.MetricService;
import io.polyphony.backend.model.Combination;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.trial.TrialService;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ids;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.StateBadge;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.model.PromoteDialog;
import io.polyphony.hpo.analysis.ImportanceMethod;
import jakarta.annotation.security.PermitAll;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One experiment, live: its progress, each task's best, every trial side by side, and the charts behind the choices. */
@Route(ExperimentNavigation.LIST + "/:id")
@PermitAll
class ExperimentPage extends PageView implements BeforeEnterObserver {
    private final ExperimentService experiments;
    private final ComparisonService comparisons;
    private final AnalysisService analyses;
    private final MetricService metrics;
    private final ModelService models;
    private final TrialService trials;
    private final Access access;
    private final Actor actor;
    private final Live live;
    private final ExperimentHead head = new ExperimentHead();
    private final TaskCards cards = new TaskCards();
    /** Read by the threads that load. */
    private volatile ImportanceMethod method = ImportanceMethod.PED_ANOVA;

    private @Nullable ExperimentTabs tabs;
    private @Nullable Snapshot snapshot;
    private @Nullable ExperimentState state;
    private boolean mayRun;

    ExperimentPage(
            ExperimentService experiments,
            ComparisonService comparisons,
            AnalysisService analyses,
            MetricService metrics,
            ModelService models,
            TrialService trials,
            Access access,
            CurrentActor currentActor,
            Live live) {
        super("Experiment");
        this.experiments = experiments;
        this.comparisons = comparisons;
        this.analyses = analyses;
        this.metrics = metrics;
        this.models = models;
        this.trials = trials;
        this.access = access;
        this.actor = currentActor.get();
        this.live = live;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = Ids.of(event, ExperimentId::new);
        Supplier<Snapshot> load = () -> Snapshot.load(actor, id, comparisons, metrics, method);
        var first = load.get();
        mayRun = access.role(actor, first.experiment().project())
                .filter(role -> role.includes(Role.RUNNER))
                .isPresent();
        crumb("Experiments", ExperimentNavigation.LIST);
        build(first);
        show(first);
        count(event.getUI(), id);
        live.watch(this, new EventFilter.OfExperiment(id), load, this::show);
    }

    /** Labels are counted aside: the first look reads the whole data set. */
    private void count(UI ui, ExperimentId id) {
        Thread.startVirtualThread(() -> {
            try {
                var counts = trials.labels(actor, id);
                ui.access(() -> {
                    cards.count(counts);
                    if (snapshot != null) {
                        cards.show(snapshot);
                    }
                });
            } catch (RuntimeException refused) {
                ui.access(() -> cards.add(Ui.notice("warn", Problems.text(refused))));
            }
        });
    }

    private void build(Snapshot first) {
        tabs = new ExperimentTabs(first, analyses, actor, mayRun, chosen -> {
            method = chosen;
            reload();
        });
        body(head, cards, tabs);
    }

    private void show(Snapshot next) {
        snapshot = next;
        var experiment = next.experiment();
        if (experiment.state() != state) {
            state = experiment.state();
            title(experiment.name());
            besideTitle(new StateBadge(state));
            int tasks = experiment.tasks().size();
            int folds = experiment.split().folds();
            lead("%s, %s%s. Created %s."
                    .formatted(
                            experiment.datasetName(),
                            Numbers.of(tasks, "task"),
                            folds == 1 ? "" : ", each trial in %d folds".formatted(folds),
                            Numbers.moment(experiment.createdAt())));
            actions(
                    new ExperimentActions(experiments, actor, experiment, mayRun, changed -> reload()),
                    Ui.div("row", ensemble(experiment)));
        }
        head.show(next);
        cards.show(next);
        if (tabs != null) {
            tabs.show(next);
        }
    }

    /** Only where there is something to combine, and somebody who may. */
    private Component[] ensemble(ExperimentView experiment) {
        boolean several = experiment.state().ended() && experiment.progress().completed() > 1;
        return mayRun && several
                ? new Component[] {Ui.primary("Promote an ensemble", Glyph.AWARD, () -> promoteEnsemble(experiment))}
                : new Component[0];
    }

    private void promoteEnsemble(ExperimentView experiment) {
        var how = new Select<Combination>();
        how.setLabel("Weights");
        how.setItems(Combination.values());
        how.setItemLabelGenerator(way -> switch (way) {
            case GREEDY -> "Greedy: add what helps, as long as it helps";
            case STACKING -> "Stacking: learned, and judged by rows that were left out";
        });
        how.setValue(Combination.GREEDY);
        new PromoteDialog(
                        "Promote an ensemble",
                        "The best trials become one model: a mean or median of what they say, weighted for each task on the rows that judge them.",
                        name -> models.promoteEnsemble(actor, experiment.id(), name, how.getValue()),
                        how)
                .open();
    }

    private void reload() {
        if (snapshot != null) {
            show(Snapshot.load(actor, snapshot.experiment().id(), comparisons, metrics, method));
        }
    }
}
