package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.metrics.Gradients;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the tasks pull the shared layers the same way: cosines of their gradients over time, and what that means. */
final class GradientPanel extends Div {
    private final Chart chart = new Chart("Cosine between the gradients of each two tasks by epoch");
    private final Div words = Ui.div("stack");

    GradientPanel() {
        chart.addClassName("chart");
        add(new Panel(
                        "Do the tasks agree?",
                        "The cosine between their gradients in what they share, looked at every 50 steps. Below 0 they pull apart.")
                .with(chart, words));
        setVisible(false);
    }

    void show(List<Curve> curves, Gradients gradients) {
        var pairs = GradientOption.pairs(curves);
        setVisible(!pairs.isEmpty());
        if (pairs.isEmpty()) {
            return;
        }
        chart.show(GradientOption.of(pairs));
        words.removeAll();
        gradients.advice().forEach(sentence -> words.add(Ui.notice(alarming(gradients) ? "warn" : "", sentence)));
        words.add(Ui.span(
                "small muted",
                gradients.norms().entrySet().stream()
                        .map(norm -> norm.getKey() + " " + Numbers.metric(norm.getValue()))
                        .collect(Collectors.joining(", ", "Mean lengths of the weighted gradients: ", "."))));
    }

    private static boolean alarming(Gradients gradients) {
        return gradients.surgery() || gradients.dominance() != null;
    }
}
