package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.polyphony.engine.evaluation.LabelScore;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Ui;
import java.util.Comparator;
import java.util.List;

/** How well each label of a multilabel task is told, the most frequent first. */
final class LabelTable {
    private static final int MOST = 50;

    private LabelTable() {}

    static Div of(List<LabelScore> labels) {
        var table = new Element("table");
        table.getClassList().add("figures");
        table.appendChild(row("th", "Label", "Rows", "Said", "F1", "PR-AUC"));
        labels.stream()
                .sorted(Comparator.comparingLong(LabelScore::there).reversed())
                .limit(MOST)
                .forEach(label -> table.appendChild(row(
                        "td",
                        label.label(),
                        Numbers.count(label.there()),
                        Numbers.count(label.predicted()),
                        Numbers.metric(label.f1()),
                        Numbers.metric(label.averagePrecision()))));
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
