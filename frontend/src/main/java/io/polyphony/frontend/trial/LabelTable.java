package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.engine.evaluation.LabelScore;
import io.polyphony.frontend.component.FigureTable;
import io.polyphony.frontend.component.Numbers;
import java.util.Comparator;
import java.util.List;

/** How well each label of a multilabel task is told, the most frequent first. */
final class LabelTable {
    private static final int MOST = 50;

    private LabelTable() {}

    static Div of(String task, List<LabelScore> labels) {
        var table = new FigureTable(
                "How well each label of %s is told".formatted(task),
                "Label",
                "Rows",
                "Said",
                "Precision",
                "Recall",
                "F1",
                "PR-AUC");
        labels.stream()
                .sorted(Comparator.comparingLong(LabelScore::there).reversed())
                .limit(MOST)
                .forEach(label -> table.row(
                        label.label(),
                        Numbers.count(label.there()),
                        Numbers.count(label.predicted()),
                        Numbers.metric(label.precision()),
                        Numbers.metric(label.recall()),
                        Numbers.metric(label.f1()),
                        Numbers.metric(label.averagePrecision())));
        table.addClassName("wide-figures");
        return table;
    }
}
