package io.polyphony.frontend.model;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.polyphony.engine.evaluation.OperatingCurve;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Choice;
import io.polyphony.frontend.component.FigureTable;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Slider;
import io.polyphony.frontend.component.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** From which probability on a task says yes: shown with what it would cost and bring to move it, and moved. */
final class ThresholdPanel extends Div {
    private static final double FINEST = 0.01;

    private final OperatingPoints points;
    private final Map<String, Double> inForce;
    private final BiConsumer<String, Double> save;
    private final Marks marks;
    private final Slider slider;
    private final Chart chart;
    private final Div effect = Ui.div("");
    private final Button keep;
    private final Button tuned;
    private OperatingCurve curve;
    private double wanted;

    /**
     * A task's operating points.
     *
     * @param curves by class or label, on the rows that one may choose by
     * @param tuned the thresholds at promotion
     */
    record OperatingPoints(String task, List<OperatingCurve> curves, String rows, Map<String, Double> tuned) {}

    /** Shows elsewhere what is in force and what is thought of. */
    @FunctionalInterface
    interface Marks {
        void move(Map<String, Double> inForce, Map<String, Double> wanted);
    }

    /**
     * @param save moves a threshold for good
     * @param marks is told of each move
     * @param mayDecide whether whoever looks may do that
     */
    ThresholdPanel(
            OperatingPoints points,
            Map<String, Double> thresholds,
            boolean mayDecide,
            BiConsumer<String, Double> save,
            Marks marks) {
        this.points = points;
        this.inForce = new LinkedHashMap<>(thresholds);
        this.save = save;
        this.marks = marks;
        curve = points.curves().getFirst();
        slider = new Slider("Threshold of " + points.task(), FINEST, 1 - FINEST, FINEST);
        slider.onMove(this::think);
        chart = new Chart("Precision, recall and F1 of %s by threshold".formatted(points.task()));
        chart.addClassName("chart");
        keep = Ui.primary("Decide from here on", Glyph.CHECK, this::keep);
        tuned = Ui.button("Back to the tuned one", Glyph.RETRY, () -> think(tunedOf(curve)));
        var buttons = mayDecide ? Ui.div("row", keep, tuned) : Ui.div("row");
        add(new Panel(
                        points.task() + ": from which probability on it says yes",
                        "What each threshold brings, on %s. The figures above stay those of the threshold at promotion."
                                .formatted(points.rows()))
                .tools(choice())
                .with(Ui.div("grid-2", chart, Ui.div("stack", slider, effect, buttons))));
        think(force(curve));
    }

    private Div choice() {
        if (points.curves().size() < 2) {
            return Ui.div("");
        }
        var choice = new Choice<>("Label", points.curves(), OperatingCurve::name);
        choice.onChange(chosen -> {
            curve = chosen;
            think(force(curve));
        });
        return Ui.div("", choice);
    }

    private double force(OperatingCurve of) {
        return inForce.getOrDefault(of.name(), 0.5);
    }

    private double tunedOf(OperatingCurve of) {
        return points.tuned().getOrDefault(of.name(), 0.5);
    }

    /** Shows what a threshold would do. */
    private void think(double threshold) {
        wanted = threshold;
        slider.setValue(threshold);
        double now = force(curve);
        chart.show(ThresholdOption.of(curve, now, wanted));
        keep.setEnabled(wanted != now);
        tuned.setEnabled(wanted != tunedOf(curve));
        var thought = new LinkedHashMap<>(inForce);
        thought.put(curve.name(), wanted);
        marks.move(inForce, thought);
        effect.removeAll();
        effect.add(
                Ui.span("strong", "%s: yes from %s on".formatted(curve.name(), Numbers.metric(wanted))),
                table(Operating.of(curve, now), Operating.of(curve, wanted), now));
    }

    private FigureTable table(Operating before, Operating after, double now) {
        var table = new FigureTable(
                "What the threshold brings",
                "",
                "In force (%s)".formatted(Numbers.metric(now)),
                "New (%s)".formatted(Numbers.metric(wanted)));
        row(table, "Precision", before, after, Operating::precision);
        row(table, "Recall", before, after, Operating::recall);
        row(table, "F1", before, after, Operating::f1);
        row(table, "False alarms", before, after, Operating::falseAlarms);
        row(table, "Says yes to", before, after, Operating::said);
        return table;
    }

    private static void row(
            FigureTable table, String name, Operating before, Operating after, Function<Operating, Double> figure) {
        table.row(name, Numbers.percent(figure.apply(before)), Numbers.percent(figure.apply(after)));
    }

    private void keep() {
        try {
            save.accept(curve.name(), wanted);
            inForce.put(curve.name(), wanted);
            think(wanted);
            Ui.tell("%s says yes from %s on".formatted(curve.name(), Numbers.metric(wanted)));
        } catch (RuntimeException refused) {
            Ui.tellProblem(Problems.text(refused));
        }
    }
}
