package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.polyphony.engine.explanation.Explanation;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.SignedBars;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one task needs: its columns, what each input adds, and how much the fusion listens to it. */
final class NeedsPanel extends Div {
    private static final int COLUMNS = 10;

    NeedsPanel(Explanation.OfTask task, Explanation.@Nullable Listening listening) {
        var metric = Metrics.label(task.metric());
        var panel = new Panel(
                        task.task() + ": what it needs",
                        "How much worse the %s gets when a column is shuffled, mean ± deviation.".formatted(metric))
                .with(columns(task));
        if (task.inputs().size() > 1) {
            panel.with(
                    new H3("What each input adds"),
                    shares(task),
                    new H3("How much the fusion listens"),
                    gates(task, listening));
        }
        add(panel);
    }

    private static Component columns(Explanation.OfTask task) {
        double most = task.columns().stream()
                .mapToDouble(Explanation.OfColumn::drop)
                .max()
                .orElse(0);
        if (task.columns().isEmpty()) {
            return Ui.span("small muted", "The metric is not defined on these rows.");
        }
        return Bars.lying(
                task.columns().stream()
                        .map(column -> new Bars.Bar(
                                column.column(),
                                most > 0 ? Math.max(0, column.drop() / most) : 0,
                                "%s ± %s".formatted(Numbers.metric(column.drop()), Numbers.metric(column.deviation()))))
                        .toList(),
                COLUMNS);
    }

    /** Shapley values: together they are what all inputs gain over none. */
    private static Component shares(Explanation.OfTask task) {
        double sum =
                task.inputs().stream().mapToDouble(Explanation.OfInput::share).sum();
        return Ui.div(
                "stack tight",
                SignedBars.of(task.inputs().stream()
                        .map(input -> new SignedBars.Bar(input.input(), input.share(), percent(input.share())))
                        .toList()),
                Ui.span(
                        "small muted",
                        "Shapley values: the mean gain over all ways in which inputs can join, beside the answer without any input. Together %.0f %%, where 100 %% is the way from a naive guess to perfection."
                                .formatted(100 * sum)));
    }

    /** With its sign; what rounds to nothing has none. */
    static String percent(double share) {
        long whole = Math.round(100 * share);
        return whole == 0 ? "0 %" : "%+d %%".formatted(whole);
    }

    private static Component gates(Explanation.OfTask task, Explanation.@Nullable Listening listening) {
        boolean gated = task.inputs().stream().map(Explanation.OfInput::gate).anyMatch(Objects::nonNull);
        if (!gated) {
            return Ui.span(
                    "small muted",
                    "This fusion chooses among inputs by no gate and no attention: it mixes their numbers.");
        }
        List<Bars.Bar> bars = new ArrayList<>();
        for (var input : task.inputs()) {
            double gate = input.gate() == null ? 0 : input.gate();
            bars.add(new Bars.Bar(input.input(), gate, Numbers.percent(gate)));
        }
        return Ui.div(
                "stack tight", Bars.lying(bars, bars.size()), Ui.span("small muted", told(listening) + shared(task)));
    }

    private static String shared(Explanation.OfTask task) {
        return task.shared() == null
                ? ""
                : " Experts that read all inputs together get %s.".formatted(Numbers.percent(task.shared()));
    }

    private static String told(Explanation.@Nullable Listening listening) {
        if (listening == null) {
            return "The mean weight in rows that have the input.";
        }
        return switch (listening) {
            case GATE -> "The mean of the fusion's gate, in rows that have the input.";
            case ATTENTION ->
                "The mean share of the fusion's attention, rolled out over its layers, in rows that have the input.";
        };
    }
}
