package io.polyphony.frontend.model;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.model.ModelView;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.Metrics;
import java.util.Map;

/** Every metric on test and validation rows, side by side: a large gap means that the search fitted the validation rows. */
final class MetricPanel extends Div {
    MetricPanel(ModelView model) {
        var panel =
                new Panel("Test and validation", "Test rows were sealed until now; validation rows guided the search.");
        model.tasks().forEach(task -> panel.with(table(task, model)));
        add(panel);
    }

    private static Div table(ExperimentTask task, ModelView model) {
        var test = model.test().getOrDefault(task.name(), Map.of());
        var validation = model.validation().getOrDefault(task.name(), Map.of());
        var table = new Element("table");
        table.getClassList().add("figures");
        table.appendChild(row("th", task.name(), "Test", "Validation"));
        test.forEach((metric, value) -> table.appendChild(
                row("td", Metrics.label(metric), Numbers.metric(value), Numbers.metric(validation.get(metric)))));
        var holder = Ui.div("scroll-x");
        holder.getElement().appendChild(table);
        return holder;
    }

    private static Element row(String cell, String... texts) {
        var row = new Element("tr");
        for (var text : texts) {
            row.appendChild(new Element(cell).setText(text));
        }
        return row;
    }
}
