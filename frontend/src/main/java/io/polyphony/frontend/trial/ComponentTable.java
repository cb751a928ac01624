package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.engine.evaluation.ComponentScore;
import io.polyphony.frontend.component.FigureTable;
import io.polyphony.frontend.component.Numbers;
import java.util.List;

/** How well each of a vector's numbers is told, in their order. */
final class ComponentTable {
    private static final int MOST = 50;

    private ComponentTable() {}

    static Div of(String task, List<ComponentScore> components) {
        var table = new FigureTable(
                "How well each number of %s is told".formatted(task),
                "Number",
                "Rows",
                "MAE",
                "RMSE",
                "R²",
                "Relative RMSE");
        components.stream()
                .limit(MOST)
                .forEach(number -> table.row(
                        Numbers.count(number.place()),
                        Numbers.count(number.rows()),
                        Numbers.metric(number.mae()),
                        Numbers.metric(number.rmse()),
                        Numbers.metric(number.r2()),
                        Numbers.metric(number.relative())));
        table.addClassName("wide-figures");
        return table;
    }
}
