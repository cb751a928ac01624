package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.model.Evaluation;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.security.Actor;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.TaskTabs;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.trial.DiagnosisCards;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the sealed test rows said of the model when it was promoted, task by task, and where its thresholds lie. */
final class EvaluationPanel extends Div {
    /** Temperatures nearer to 1 change what one reads by a per cent or two. */
    private static final double WORTH_TELLING = 0.05;

    private static final String SEALED = "sealed test rows";
    private final ModelService models;
    private final Actor actor;
    private final ModelView model;
    private final boolean mayDecide;

    EvaluationPanel(ModelService models, Actor actor, ModelView model, boolean mayDecide) {
        this.models = models;
        this.actor = actor;
        this.model = model;
        this.mayDecide = mayDecide;
        try {
            show(models.evaluation(actor, model.id()));
        } catch (NotFound before) {
            add(new Panel("Where it is right and wrong").with(Ui.notice("", Problems.text(before))));
        }
    }

    private void show(Evaluation evaluation) {
        var byTask = new LinkedHashMap<String, Component>();
        evaluation.tasks().forEach(task -> byTask.put(task.task(), task(task)));
        if (!byTask.isEmpty()) {
            add(TaskTabs.of(byTask));
        }
    }

    private Component task(Evaluation.OfTask task) {
        var thresholds = model.thresholds().getOrDefault(task.task(), Map.of());
        var cards = DiagnosisCards.of(task.diagnosis(), SEALED, thresholds);
        if (cards.all().isEmpty()) {
            return new Panel(task.task())
                    .with(
                            Ui.notice(
                                    "",
                                    "Nothing is drawn of this task: its test rows must not be looked at one by one. The figures above are over all of them."));
        }
        var grid = Ui.div("grid-2");
        cards.all().forEach(grid::add);
        var stack = Ui.div("stack");
        temperature(task.task()).ifPresent(told -> stack.add(Ui.notice("", told)));
        stack.add(grid);
        if (!thresholds.isEmpty()) {
            stack.add(decision(task, thresholds, cards::mark));
        }
        return stack;
    }

    private Optional<String> temperature(String task) {
        return Optional.ofNullable(model.temperatures().get(task))
                .filter(value -> Math.abs(value - 1) >= WORTH_TELLING)
                .map(value ->
                        "Validation rows showed that its networks are too %s together: probabilities are made %s (temperature %s)."
                                .formatted(
                                        value < 1 ? "careful" : "sure",
                                        value < 1 ? "surer" : "less sure",
                                        Numbers.metric(Math.round(100 * value) / 100.0)));
    }

    /** By validation rows; only models from before these curves were kept are shown those of test rows. */
    private Component decision(Evaluation.OfTask task, Map<String, Double> thresholds, ThresholdPanel.Marks marks) {
        var known = task.validation();
        var curves = known == null ? task.diagnosis().curves() : known;
        if (curves == null || curves.isEmpty()) {
            return new Panel(task.task() + ": from which probability on it says yes")
                    .with(Ui.notice("", "No row had any of the labels, so nothing can be told of thresholds."));
        }
        var rows = known == null ? "test rows: chosen by them, a threshold looks better than it is" : "validation rows";
        var which = curves.size() < thresholds.size() ? ", for the %d most frequent".formatted(curves.size()) : "";
        return new ThresholdPanel(
                new ThresholdPanel.OperatingPoints(
                        task.task(), curves, rows + which, task.diagnosis().thresholds()),
                thresholds,
                mayDecide,
                (name, value) -> models.decide(actor, model.id(), Map.of(task.task(), Map.of(name, value))),
                marks);
    }
}
