package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.dom.Element;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.model.ExplanationView;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.security.Actor;
import io.polyphony.engine.explanation.Explanation;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.Metrics;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the model's answers rest on: computed when the page is first opened, with a bar that tells how far it is. */
final class ExplanationPanel extends Div {
    private static final int COLUMNS = 10;
    private static final String TITLE = "What its answers rest on";
    private final Div tasks = Ui.div("grid-fit below");
    private final Panel panel = new Panel(TITLE, "Measured on validation rows.");
    private @Nullable ExplanationView shown;

    ExplanationPanel(ModelService models, Actor actor, ModelView model, Live live) {
        add(panel.with(Ui.skeleton(2)), tasks);
        live.watch(
                this, new EventFilter.OfTrial(model.trial()), () -> models.explanation(actor, model.id()), this::show);
    }

    private void show(ExplanationView view) {
        if (view.equals(shown) || shown != null && shown.explanation() != null) {
            return;
        }
        shown = view;
        var explanation = view.explanation();
        if (explanation != null) {
            show(explanation);
        } else if (view.problem() != null) {
            panel.show(Ui.notice("warn", view.problem()));
        } else {
            panel.show(Bars.progress(view.progress(), "The columns are shuffled, one after the other"));
        }
    }

    private void show(Explanation explanation) {
        panel.show(Ui.span(
                "small muted",
                "%s rows, each column shuffled %d times. A column that the model does not use costs nothing when it is shuffled."
                        .formatted(Numbers.count(explanation.rows()), explanation.repeats())));
        explanation.tasks().forEach(task -> tasks.add(card(task)));
    }

    private static Component card(Explanation.OfTask task) {
        return new Panel(
                        task.task() + ": what it needs",
                        "How much worse the %s gets without a column, and what each input contributes."
                                .formatted(Metrics.label(task.metric())))
                .with(columns(task), new H3("Inputs"), inputs(task));
    }

    private static Div columns(Explanation.OfTask task) {
        double most = task.columns().stream()
                .mapToDouble(Explanation.OfColumn::drop)
                .max()
                .orElse(0);
        return Bars.lying(
                task.columns().stream()
                        .map(column -> new Bars.Bar(
                                column.column(),
                                most > 0 ? Math.max(0, column.drop() / most) : 0,
                                "%s ± %s".formatted(Numbers.metric(column.drop()), Numbers.metric(column.deviation()))))
                        .toList(),
                COLUMNS);
    }

    /** With everything the metric is that of the first line; with nothing, that of the last. */
    private static Div inputs(Explanation.OfTask task) {
        boolean gated = task.inputs().stream().map(Explanation.OfInput::gate).anyMatch(Objects::nonNull);
        var table = new Element("table");
        table.getClassList().add("figures");
        table.appendChild(row("th", gated, "Input", "Contributes", "Without it", "Alone", "Gate"));
        for (var input : task.inputs()) {
            table.appendChild(row(
                    "td",
                    gated,
                    input.input(),
                    Numbers.percent(input.share()),
                    Numbers.metric(input.without()),
                    Numbers.metric(input.alone()),
                    input.gate() == null ? "–" : Numbers.percent(input.gate())));
        }
        table.appendChild(
                row("td", gated, "All, none", "", Numbers.metric(task.value()), Numbers.metric(task.nothing()), ""));
        var holder = Ui.div("scroll-x");
        holder.getElement().appendChild(table);
        return holder;
    }

    private static Element row(String cell, boolean gated, String... texts) {
        var row = new Element("tr");
        Stream.of(texts)
                .limit(gated ? texts.length : texts.length - 1)
                .forEach(text -> row.appendChild(new Element(cell).setText(text)));
        return row;
    }
}
