package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.polyphony.engine.explanation.Explanation;
import io.polyphony.frontend.component.FigureTable;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What if an input were missing? Each task's metric with everything, without each input, with each alone, and with nothing. */
final class WhatIfPanel extends Div {
    WhatIfPanel(Explanation explanation) {
        var panel = new Panel(
                "What if an input is missing?",
                "Each task's metric. The darker, the more of what all inputs together gain is lost.");
        var inputs = explanation.tasks().isEmpty()
                ? List.<String>of()
                : explanation.tasks().getFirst().inputs().stream()
                        .map(Explanation.OfInput::input)
                        .toList();
        add(
                inputs.size() < 2
                        ? panel.with(
                                Ui.notice(
                                        "",
                                        "The model has one input only: without it, it guesses, and there is nothing to compare."))
                        : panel.with(table(explanation, inputs), Ui.span("small muted", worst(explanation))));
    }

    private static FigureTable table(Explanation explanation, List<String> inputs) {
        var head = Stream.of(
                        Stream.of("Task", "Everything"),
                        inputs.stream().map(input -> "Without " + input),
                        inputs.stream().map(input -> "Only " + input).filter(_ -> inputs.size() > 2),
                        Stream.of("Nothing"))
                .flatMap(names -> names)
                .toArray(String[]::new);
        var table = new FigureTable("Each task's metric without inputs", head);
        for (var task : explanation.tasks()) {
            var cells = new ArrayList<Component>();
            cells.add(cell(task, task.value()));
            task.inputs().forEach(input -> cells.add(cell(task, input.without())));
            if (inputs.size() > 2) {
                task.inputs().forEach(input -> cells.add(cell(task, input.alone())));
            }
            cells.add(cell(task, task.nothing()));
            table.row("%s (%s)".formatted(task.task(), Metrics.label(task.metric())), cells.toArray(Component[]::new));
        }
        table.addClassName("matrix");
        return table;
    }

    private static Div cell(Explanation.OfTask task, @Nullable Double value) {
        var cell = Ui.div("lost num", Ui.span("", Numbers.metric(value)));
        cell.getStyle().set("--h", String.format(Locale.ROOT, "%.3f", lost(task, value)));
        return cell;
    }

    /** How much of the way from everything to nothing, 0 to 1. */
    static double lost(Explanation.OfTask task, @Nullable Double value) {
        var all = task.value();
        var nothing = task.nothing();
        if (all == null || nothing == null || value == null || all.equals(nothing)) {
            return 0;
        }
        return Math.clamp((all - value) / (all - nothing), 0, 1);
    }

    static String worst(Explanation explanation) {
        return explanation.tasks().stream()
                .map(task -> {
                    var worst = task.inputs().stream()
                            .max((a, b) -> Double.compare(lost(task, a.without()), lost(task, b.without())))
                            .orElseThrow();
                    double lost = lost(task, worst.without());
                    return lost < 0.05
                            ? "%s hardly misses any single input.".formatted(task.task())
                            : "%s misses %s most: without it %s of the gain is lost."
                                    .formatted(task.task(), worst.input(), Numbers.percent(lost));
                })
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
