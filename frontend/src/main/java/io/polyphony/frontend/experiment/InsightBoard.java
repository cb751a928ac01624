package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import io.polyphony.backend.comparison.Insight;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Chosen;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.hpo.analysis.Importance;
import io.polyphony.hpo.analysis.ImportanceMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Which choices mattered for each objective. */
final class InsightBoard extends Div {
    private static final int SHOWN = 6;

    private final Map<String, Div> places = new LinkedHashMap<>();
    private final Div grid = Ui.div("grid-fit");
    private final Select<ImportanceMethod> methods = new Select<>();
    private final Div explanation = Ui.div("small muted");

    /** @param choose gets another way to measure importance */
    InsightBoard(ImportanceMethod method, Consumer<ImportanceMethod> choose) {
        methods.setItems(ImportanceMethod.values());
        methods.setItemLabelGenerator(InsightBoard::title);
        methods.setAriaLabel("How importance is measured");
        methods.setValue(method);
        methods.setWidth("230px");
        explanation.setText(sentence(method));
        methods.addValueChangeListener(change -> {
            explanation.setText(sentence(change.getValue()));
            choose.accept(change.getValue());
        });
        add(new Panel(
                        "What mattered",
                        "± is the error over bootstrap samples of the trials. Below ten completed trials nothing is said.")
                .tools(methods)
                .with(grid, explanation));
    }

    void show(Insight insight) {
        for (var objective : insight.tasks()) {
            var place = places.computeIfAbsent(objective.task(), this::place);
            place.removeAll();
            place.add(bars(objective));
        }
    }

    private Div place(String objective) {
        var fresh = Ui.div("");
        grid.add(Ui.div("stack tight", new H3("For " + objective), fresh));
        return fresh;
    }

    private static Component bars(Insight.TaskInsight task) {
        var missing = task.missing();
        if (missing != null) {
            return Ui.span("small muted", missing);
        }
        var shares = new LinkedHashMap<String, Double>();
        for (Importance importance : task.importance()) {
            var name = "%s ± %s".formatted(Chosen.title(importance.parameter()), Numbers.percent(importance.error()));
            shares.put(name, importance.share());
        }
        return Bars.shares(shares, SHOWN);
    }

    private static String title(ImportanceMethod method) {
        return switch (method) {
            case FANOVA -> "fANOVA";
            case PED_ANOVA -> "PED-ANOVA";
            case PERMUTATION -> "Permutation";
        };
    }

    private static String sentence(ImportanceMethod method) {
        return switch (method) {
            case FANOVA ->
                "fANOVA: which share of the variation over the whole space a choice explains by itself, by a random forest.";
            case PED_ANOVA ->
                "PED-ANOVA: how much the best quarter of the trials differs from all of them in a choice: what it takes to be good.";
            case PERMUTATION ->
                "Permutation: how much worse a random forest predicts the trials once a choice is shuffled among them.";
        };
    }
}
