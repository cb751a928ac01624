package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.metrics.Gradients;
import io.polyphony.backend.metrics.MetricPoint;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.FigureTable;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Palette;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.ExperimentNavigation;
import java.util.List;
import java.util.stream.IntStream;

/** Whether the tasks pull the shared layers the same way, and as hard: over time, with a verdict and what to do about it. */
final class GradientPanel extends Div {
    private final List<String> tasks;
    private final ExperimentId experiment;
    private final boolean mayRun;
    private final Chart cosines = new Chart("Cosine between the gradients of each two tasks by epoch");
    private final LineChart norms = new LineChart("Length of each task's gradient by epoch", "length");
    private final Div words = Ui.div("stack");
    private final Panel panel = new Panel(
            "Do the tasks agree?",
            "The tasks' gradients in what they share, looked at every 50 steps. A cosine below 0 means that they pull apart, and a much longer gradient that one task decides alone.");

    /** @param tasks those of the trial, in the experiment's order */
    GradientPanel(List<String> tasks, ExperimentId experiment, boolean mayRun) {
        this.tasks = tasks;
        this.experiment = experiment;
        this.mayRun = mayRun;
        cosines.addClassName("chart");
        add(panel);
        setVisible(tasks.size() > 1);
        panel.show(
                Ui.notice("", "Nothing has been measured yet: the first look comes with the end of the first epoch."));
    }

    void show(List<Curve> curves, Gradients gradients, boolean ended) {
        var pairs = GradientOption.pairs(curves);
        if (pairs.isEmpty()) {
            if (ended) {
                panel.show(Ui.notice(
                        "",
                        "Nothing was measured: the trial ended before the first look, or its tasks share no layers."));
            }
            return;
        }
        cosines.show(GradientOption.of(pairs));
        norms.show(lengths(curves), "No lengths were measured.");
        if (!norms.isAttached()) {
            panel.show(
                    words,
                    Ui.div(
                            "grid-2",
                            Ui.div("stack tight", new H3("Directions"), cosines),
                            Ui.div("stack tight", new H3("Lengths"), norms)));
        }
        words.removeAll();
        verdict(gradients);
    }

    private void verdict(Gradients gradients) {
        gradients.advice().forEach(sentence -> words.add(Ui.notice(alarming(gradients) ? "warn" : "", sentence)));
        if (gradients.surgery() && mayRun) {
            words.add(Ui.div(
                    "row",
                    Ui.button(
                            "Search again with gradient surgery",
                            Glyph.EXPERIMENT,
                            () -> ExperimentNavigation.toSurgery(experiment))));
        }
        words.add(pairs(gradients));
    }

    private static FigureTable pairs(Gradients gradients) {
        var table = new FigureTable("How each two tasks agree", "Tasks", "In conflict", "Mean cosine", "Lengths");
        gradients.pairs().forEach(pair -> {
            var rate = pair.conflictRate();
            table.row(
                    pair.task() + " and " + pair.other(),
                    rate == null ? "not counted" : Numbers.percent(rate),
                    Numbers.metric(pair.cosine()),
                    "%s : %s"
                            .formatted(
                                    Numbers.metric(gradients.norms().get(pair.task())),
                                    Numbers.metric(gradients.norms().get(pair.other()))));
        });
        return table;
    }

    private List<LineOption.Line> lengths(List<Curve> curves) {
        return IntStream.range(0, tasks.size())
                .boxed()
                .flatMap(place -> curves.stream()
                        .filter(curve -> curve.name().equals(MetricPoint.GRADIENT_NORM)
                                && curve.task().equals(tasks.get(place)))
                        .map(curve -> new LineOption.Line(curve.task(), Palette.task(place), "solid", curve)))
                .toList();
    }

    private static boolean alarming(Gradients gradients) {
        return gradients.surgery() || gradients.dominance() != null;
    }
}
