package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.polyphony.backend.comparison.Insight;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far the search has come: each objective trial by trial, its distribution, the front, and which objectives go together. */
final class ProgressBoard extends Div {
    private final Select<String> objectives = new Select<>();
    private final Chart history = chart();
    private final Chart distribution = chart();
    private final Chart front = chart();
    private final Chart correlations = chart();
    private final Panel frontPanel = new Panel(
            "Front so far",
            "Which share of today's trade-offs was covered after each trial (hypervolume): once it is flat, more trials gain little.");
    private final Panel correlationPanel = new Panel(
            "Do the tasks go together?",
            "Rank correlations over the completed trials: 1 where what is good for one is good for the other, -1 where it is bad.");
    private @Nullable Insight insight;
    private Map<Integer, String> trials = Map.of();

    ProgressBoard(List<String> names, Selection selection) {
        addClassName("grid-2");
        objectives.setItems(names);
        objectives.setValue(names.getFirst());
        objectives.setAriaLabel("Objective");
        objectives.setVisible(names.size() > 1);
        objectives.setWidth("180px");
        objectives.addValueChangeListener(change -> redraw());
        history.onSelect(selection::select);
        selection.onChange(history::light);
        add(new Panel("Best so far", "Every completed trial, and the best until then.")
                .tools(objectives)
                .with(history));
        add(new Panel(
                        "Distribution",
                        "Which share of the completed trials has at most that value: steep where many trials are alike.")
                .with(distribution));
        if (names.size() > 1) {
            add(frontPanel.with(front), correlationPanel.with(correlations));
        }
    }

    void show(Insight next, Map<Integer, String> numbers) {
        insight = next;
        trials = numbers;
        redraw();
    }

    private void redraw() {
        if (insight == null) {
            return;
        }
        insight.tasks().stream()
                .filter(objective -> objective.task().equals(objectives.getValue()))
                .findFirst()
                .ifPresent(this::draw);
        var hypervolume = insight.hypervolume();
        front.describe(FrontOption.told(hypervolume)).show(FrontOption.of(hypervolume));
        frontPanel.show(hypervolume.isEmpty() ? Ui.span("small muted", FrontOption.told(hypervolume)) : front);
        var missing = insight.correlations().missing();
        correlationPanel.show(missing == null ? correlations : Ui.span("small muted", missing));
        if (missing == null) {
            correlations
                    .describe(CorrelationOption.told(insight.correlations()))
                    .show(CorrelationOption.of(insight.correlations()));
        }
    }

    private void draw(Insight.TaskInsight objective) {
        history.describe(ObjectiveHistoryOption.told(objective)).show(ObjectiveHistoryOption.of(objective, trials));
        distribution.describe(DistributionOption.told(objective)).show(DistributionOption.of(objective));
    }

    private static Chart chart() {
        var chart = new Chart("");
        chart.addClassName("chart");
        return chart;
    }
}
