package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.comparison.ComparisonService;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentState;
import io.polyphony.backend.metrics.MetricService;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.frontend.component.Ids;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.StateBadge;
import jakarta.annotation.security.PermitAll;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One experiment, live: its progress, each task's best, every trial side by side, and the charts behind the choices. */
@Route(ExperimentNavigation.LIST + "/:id")
@PermitAll
class ExperimentPage extends PageView implements BeforeEnterObserver {
    private final ExperimentService experiments;
    private final ComparisonService comparisons;
    private final MetricService metrics;
    private final Access access;
    private final Actor actor;
    private final Live live;
    private final Selection selection = new Selection();
    private final ExperimentHead head = new ExperimentHead();
    private final TaskCards cards = new TaskCards();
    private @Nullable ChartBoard board;
    private @Nullable ComparisonPanel comparison;
    private @Nullable Snapshot snapshot;
    private @Nullable ExperimentState state;
    private boolean mayRun;

    ExperimentPage(
            ExperimentService experiments,
            ComparisonService comparisons,
            MetricService metrics,
            Access access,
            CurrentActor currentActor,
            Live live) {
        super("Experiment");
        this.experiments = experiments;
        this.comparisons = comparisons;
        this.metrics = metrics;
        this.access = access;
        this.actor = currentActor.get();
        this.live = live;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = Ids.of(event, ExperimentId::new);
        Supplier<Snapshot> load = () -> Snapshot.load(actor, id, comparisons, metrics);
        var first = load.get();
        mayRun = access.role(actor, first.experiment().project())
                .filter(role -> role.includes(Role.RUNNER))
                .isPresent();
        crumb("Experiments", ExperimentNavigation.LIST);
        build(first);
        show(first);
        live.watch(this, new EventFilter.OfExperiment(id), load, this::show);
    }

    private void build(Snapshot first) {
        var table = new ComparisonPanel(selection, shown -> {
            if (snapshot != null && board != null) {
                board.show(snapshot, shown);
            }
        });
        comparison = table;
        board = new ChartBoard(first.tasks(), selection, table::brush);
        body(new Div[] {head, cards, table, board});
    }

    private void show(Snapshot next) {
        snapshot = next;
        var experiment = next.experiment();
        if (experiment.state() != state) {
            state = experiment.state();
            title(experiment.name());
            besideTitle(new StateBadge(state));
            lead("%s, %d tasks. Created %s."
                    .formatted(
                            experiment.datasetName(),
                            experiment.tasks().size(),
                            Numbers.moment(experiment.createdAt())));
            actions(new ExperimentActions(experiments, actor, experiment, mayRun, changed -> reload()));
        }
        head.show(next);
        cards.show(next);
        if (comparison != null) {
            comparison.show(next);
        }
    }

    private void reload() {
        if (snapshot != null) {
            show(Snapshot.load(actor, snapshot.experiment().id(), comparisons, metrics));
        }
    }
}
