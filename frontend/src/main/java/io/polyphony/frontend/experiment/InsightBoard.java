package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.comparison.Insight;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.hpo.analysis.Importance;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which choices mattered for each task, and how the front of the best trials grew. */
final class InsightBoard extends Div {
    private static final int SHOWN = 6;

    private final Map<String, Panel> panels = new HashMap<>();
    private final Chart front = new Chart("How much the best trials cover, trial by trial");

    InsightBoard(List<ExperimentTask> tasks) {
        addClassName("grid-2");
        front.addClassName("chart");
        for (var task : tasks) {
            var panel = new Panel(
                    "What mattered for " + task.name(),
                    "How much the best quarter of the trials differs from all of them in each choice; ± is the bootstrap's error.");
            panels.put(task.name(), panel);
            add(panel);
        }
        if (tasks.size() > 1) {
            add(new Panel(
                            "Front so far",
                            "Which share of today's trade-offs was covered after each trial (hypervolume): once it is flat, more trials gain little.")
                    .with(front));
        }
    }

    void show(Insight insight) {
        for (var task : insight.tasks()) {
            var panel = panels.get(task.task());
            if (panel != null) {
                panel.show(bars(task));
            }
        }
        front.show(FrontOption.of(insight.hypervolume()));
    }

    private static Component bars(Insight.TaskInsight task) {
        var missing = task.missing();
        if (missing != null) {
            return Ui.span("small muted", missing);
        }
        var shares = new LinkedHashMap<String, Double>();
        for (Importance importance : task.importance()) {
            var name = "%s ± %s".formatted(Numbers.words(importance.parameter()), Numbers.percent(importance.error()));
            shares.put(name, importance.share());
        }
        return Bars.shares(shares, SHOWN);
    }
}
