package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.model.ModelDifference;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.security.Actor;
import io.polyphony.engine.evaluation.Bootstrap;
import io.polyphony.frontend.component.Choice;
import io.polyphony.frontend.component.FigureTable;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.Metrics;
import java.util.List;
import java.util.Map;

/** The model beside another of its experiment, on the same sealed rows: which is better, and whether chance explains it. */
final class RivalPanel extends Div {
    private static final int MODELS = 200;
    private final ModelService models;
    private final Actor actor;
    private final ModelView model;
    private final Button compare = Ui.primary("Compare", Glyph.SCALE, this::compare);
    private final List<ModelView> others;
    private ModelView rival;
    private final Div answer = Ui.div("stack");

    RivalPanel(ModelService models, Actor actor, ModelView model, boolean mayRun) {
        this.models = models;
        this.actor = actor;
        this.model = model;
        var panel = new Panel(
                "Is another model better?",
                "Both answer the same sealed test rows, which are drawn anew a thousand times. It is a look at them, and logged: the more one looks, the less test figures mean.");
        others = models.list(actor, model.project(), PageRequest.first(MODELS)).items().stream()
                .filter(other -> other.experiment().equals(model.experiment()))
                .filter(other -> !other.id().equals(model.id()))
                .toList();
        rival = others.isEmpty() ? model : others.getFirst();
        add(panel.with(mayRun ? form() : Ui.notice("", "It needs the role runner, for the look is logged."), answer));
    }

    private Component form() {
        if (others.isEmpty()) {
            return Ui.notice(
                    "",
                    "There is no other model of this experiment yet. Promote another trial, or an ensemble, to compare it with.");
        }
        var choice = new Choice<>("The other model", others, RivalPanel::name);
        choice.onChange(chosen -> rival = chosen);
        choice.addClassName("grow");
        return Ui.div("row", choice, compare);
    }

    private static String name(ModelView other) {
        return other.members().isEmpty() && !other.name().contains("trial " + other.trialNumber())
                ? "%s (trial %d)".formatted(other.name(), other.trialNumber())
                : other.name();
    }

    /** It takes seconds, so it is done aside. */
    private void compare() {
        var other = rival;
        var ui = UI.getCurrent();
        compare.setEnabled(false);
        answer.removeAll();
        answer.add(Ui.skeleton(2));
        Thread.startVirtualThread(() -> {
            try {
                var difference = models.compare(actor, model.id(), other.id());
                ui.access(() -> show(difference, other));
            } catch (RuntimeException refused) {
                var text = Problems.text(refused);
                ui.access(() -> show(Ui.notice("bad", text)));
            }
        });
    }

    private void show(Component... components) {
        compare.setEnabled(true);
        answer.removeAll();
        answer.add(components);
    }

    private void show(ModelDifference difference, ModelView other) {
        show(Ui.span(
                "small muted",
                "%s test rows, %s. This was look %d at them."
                        .formatted(Numbers.count(difference.rows()), difference.method(), difference.look())));
        for (var task : model.tasks()) {
            var metrics = difference.tasks().getOrDefault(task.name(), Map.of());
            answer.add(new H3(task.name()), verdict(task, metrics, other), table(task, metrics));
        }
    }

    private Component verdict(ExperimentTask task, Map<String, Bootstrap.Difference> metrics, ModelView other) {
        var main = metrics.get(task.metric());
        return main == null
                ? Ui.notice(
                        "",
                        "%s is not defined on these rows.".formatted(Numbers.sentence(Metrics.label(task.metric()))))
                : Ui.notice("", Verdict.of(task.metric(), main).sentence(model.name(), name(other)));
    }

    private static FigureTable table(ExperimentTask task, Map<String, Bootstrap.Difference> metrics) {
        var table = new FigureTable(
                "Differences in " + task.name(), "Metric", "Difference (95 % interval)", "This model is");
        metrics.forEach((metric, difference) -> {
            var verdict = Verdict.of(metric, difference);
            table.row(Metrics.label(metric), verdict.interval(), Ui.span("gain " + verdict.tone(), verdict.word()));
        });
        return table;
    }
}
