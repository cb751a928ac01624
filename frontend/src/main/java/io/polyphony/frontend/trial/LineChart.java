package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Ui;
import java.util.List;

/** Curves over epochs, with their words for those who cannot see them, and why there are none as long as there are none. */
final class LineChart extends Div {
    private final String title;
    private final String value;
    private final Chart chart;
    private final Span why = Ui.span("muted", "");

    /** @param value what is drawn upwards */
    LineChart(String title, String value) {
        this.title = title;
        this.value = value;
        chart = new Chart(title);
        chart.addClassName("chart");
        add(chart, why);
    }

    /** @param empty why there are no lines, if there are none */
    void show(List<LineOption.Line> lines, String empty) {
        boolean there = lines.stream().anyMatch(line -> !line.curve().points().isEmpty());
        chart.setVisible(there);
        why.setVisible(!there);
        why.setText(empty);
        if (there) {
            chart.show(LineOption.of(value, lines));
            chart.getElement().setAttribute("aria-label", "%s: %s.".formatted(title, LineOption.told(lines)));
        }
    }
}
