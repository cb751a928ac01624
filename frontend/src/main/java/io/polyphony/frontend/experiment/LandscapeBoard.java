package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.comparison.AnalysisService;
import io.polyphony.backend.comparison.Insight;
import io.polyphony.backend.security.Actor;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Chosen;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Pending;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.Map;

/** One objective over one choice, and over two. */
final class LandscapeBoard extends Div {
    private final AnalysisService analyses;
    private final Actor actor;
    private final ExperimentId experiment;
    private final Selection selection;
    private final Select<String> objectives = select("Objective", false);
    private final Select<String> first = select("Choice", true);
    private final Select<String> second = select("Second choice", true);
    private final Panel slicePanel = new Panel("Slice", "A point per completed trial; later ones are deeper.");
    private final Panel contourPanel = new Panel(
            "Contour", "What a random forest expects where two choices vary, the others being as in the trials.");
    private Map<Integer, String> trials = Map.of();
    private int seen = -1;

    LandscapeBoard(
            AnalysisService analyses, Actor actor, ExperimentId experiment, List<String> names, Selection selection) {
        this.analyses = analyses;
        this.actor = actor;
        this.experiment = experiment;
        this.selection = selection;
        objectives.setItems(names);
        objectives.setValue(names.getFirst());
        List.of(objectives, first, second)
                .forEach(select -> select.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        redraw();
                    }
                }));
        addClassName("stack");
        add(
                new Panel("From choices to results", "What one or two choices do to an objective.")
                        .with(Ui.div("row fields", objectives, first, second)),
                Ui.div("grid-2", slicePanel, contourPanel));
    }

    /** Draws anew when trials have completed since. */
    void show(Insight insight, Map<Integer, String> numbers) {
        trials = numbers;
        int completed = insight.tasks().getFirst().history().size();
        if (completed == seen) {
            return;
        }
        seen = completed;
        if (first.getValue() == null) {
            choose(insight);
        }
        redraw();
    }

    /** The two that mattered most, as far as that is known. */
    private void choose(Insight insight) {
        var names = insight.parameters();
        var ranked = insight.tasks().getFirst().importance().stream()
                .map(importance -> importance.parameter())
                .filter(names::contains)
                .toList();
        var order = ranked.size() > 1 ? ranked : names;
        first.setItems(names);
        second.setItems(names);
        if (order.size() > 1) {
            first.setValue(order.getFirst());
            second.setValue(order.get(1));
        }
    }

    private void redraw() {
        var goal = objectives.getValue();
        var one = first.getValue();
        var other = second.getValue();
        if (goal == null || one == null || other == null) {
            slicePanel.show(Ui.span("small muted", "There is nothing to choose between in this search."));
            return;
        }
        slicePanel.show(new Pending<>(() -> analyses.slice(actor, experiment, goal, one), slice -> {
            var chart = chart(SliceOption.told(slice), SliceOption.of(slice, trials));
            chart.onSelect(selection::select);
            return slice.points().isEmpty() ? Ui.span("small muted", SliceOption.told(slice)) : chart;
        }));
        contourPanel.show(
                one.equals(other) ? Ui.span("small muted", "Choose two different ones.") : contour(goal, one, other));
    }

    private Component contour(String goal, String one, String other) {
        return new Pending<>(
                () -> analyses.contour(actor, experiment, goal, one, other),
                contour -> chart(ContourOption.told(contour), ContourOption.of(contour)));
    }

    private static Chart chart(String told, Map<String, Object> option) {
        var chart = new Chart(told);
        chart.addClassNames("chart", "tall");
        chart.show(option);
        return chart;
    }

    private static Select<String> select(String label, boolean ours) {
        var select = new Select<String>();
        select.setLabel(label);
        if (ours) {
            select.setItemLabelGenerator(Chosen::title);
        }
        return select;
    }
}
