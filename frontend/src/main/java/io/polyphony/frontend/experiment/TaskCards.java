package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.trial.LabelCount;
import io.polyphony.backend.trial.TrialView;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Palette;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.trial.TrialNavigation;
import io.polyphony.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One card per task: the best value so far, who reached it, and whether sharing and fusing were worth it. */
final class TaskCards extends Div {
    private final Map<String, LabelCount> labels = new HashMap<>();
    private final Map<String, Div> cards = new HashMap<>();
    private final Map<String, List<@Nullable Object>> told = new HashMap<>();

    TaskCards() {
        addClassNames("grid-fit", "tasks");
    }

    /** A card whose task has nothing new to tell stays as it is. */
    void show(Snapshot snapshot) {
        for (var task : snapshot.tasks()) {
            var facts = facts(task, snapshot);
            if (!facts.equals(told.put(task.name(), facts))) {
                place(task.name(), card(task, snapshot));
            }
        }
    }

    private void place(String task, Div card) {
        var before = cards.put(task, card);
        if (before == null) {
            add(card);
        } else {
            replace(before, card);
        }
    }

    /** All that a card tells. */
    private List<@Nullable Object> facts(ExperimentTask task, Snapshot snapshot) {
        var facts = new ArrayList<@Nullable Object>();
        var best = Standings.best(snapshot.rows(), task).orElse(null);
        facts.add(best == null ? null : best.trial().id());
        facts.add(best == null ? null : Standings.value(best, task));
        facts.add(labels.get(task.name()));
        Standings.referees(snapshot.rows(), task)
                .forEach(referee -> facts.add(Arrays.asList(referee.trial().label(), Standings.value(referee, task))));
        return facts;
    }

    /** How many labels each task has; shown from the next {@link #show} on. */
    void count(List<LabelCount> counts) {
        counts.forEach(count -> labels.put(count.task(), count));
    }

    private Div card(ExperimentTask task, Snapshot snapshot) {
        var rows = snapshot.rows();
        var best = Standings.best(rows, task).orElse(null);
        var arrow = task.direction() == Direction.MAXIMIZE ? "higher is better" : "lower is better";
        var card = Ui.div(
                "panel card task-card",
                new H2(task.name()),
                Ui.div(
                        "row",
                        Ui.span("headline num", best == null ? "–" : Numbers.metric(Standings.value(best, task))),
                        Ui.span("push small muted", Metrics.label(task.metric()) + ", " + arrow)));
        card.add(best == null ? Ui.span("small muted", "No trial has finished an epoch yet.") : by(best.trial()));
        if (task.auxiliary()) {
            card.add(Ui.span("small muted", "Helps the other tasks only, and ranks no trial."));
        }
        var count = labels.get(task.name());
        if (count != null) {
            card.add(Ui.span("small muted", snapshot.experiment().split().folds() == 1 ? told(count) : shared(count)));
        }
        var referees = Standings.referees(rows, task);
        if (!referees.isEmpty()) {
            card.add(baselines(task, best, referees));
        }
        return card;
    }

    private static String told(LabelCount count) {
        return "Rows with a label: " + told(count.train()) + " to train, " + told(count.validation()) + " to validate, "
                + told(count.test()) + " sealed.";
    }

    /** In folds, train and validation rows take turns. */
    private static String shared(LabelCount count) {
        return "Rows with a label: "
                + told(
                        count.train().labelled() + count.validation().labelled(),
                        count.train().rows() + count.validation().rows())
                + " to train and validate in turns, " + told(count.test()) + " sealed.";
    }

    private static String told(LabelCount.Part part) {
        return told(part.labelled(), part.rows());
    }

    private static String told(long labelled, long rows) {
        return labelled == rows ? "all " + Numbers.count(rows) : Numbers.count(labelled) + " of " + Numbers.count(rows);
    }

    private static Div by(TrialView trial) {
        var by = Ui.div("row tight", Ui.link(TrialNavigation.href(trial.id()), "Trial " + trial.number()));
        if (trial.fusion() != null) {
            by.add(Ui.voice(Palette.fusion(trial.fusion()), Numbers.words(trial.fusion())));
        }
        if (trial.lossWeighting() != null) {
            by.add(Ui.span("chip", Numbers.words(trial.lossWeighting()) + " weighting"));
        }
        return by;
    }

    private static Div baselines(ExperimentTask task, @Nullable TrialRow best, List<TrialRow> referees) {
        var list = Ui.div("baselines");
        var joint = best == null ? null : Standings.value(best, task);
        for (var referee : referees) {
            var value = Standings.value(referee, task);
            var line = Ui.div(
                    "row small",
                    Ui.span("", Numbers.sentence(referee.trial().label())),
                    Ui.span("push num", Numbers.metric(value)));
            if (joint != null && value != null) {
                double gain = task.direction() == Direction.MAXIMIZE ? joint - value : value - joint;
                line.add(Ui.span("num gain " + (gain >= 0 ? "up" : "down"), String.format(Locale.ROOT, "%+.4f", gain)));
            }
            list.add(line);
        }
        return list;
    }
}
