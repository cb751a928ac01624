package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.engine.evaluation.OperatingCurve;
import io.polyphony.frontend.component.Chart;
import java.util.List;
import java.util.Map;

/** Curves over all thresholds whose points follow the thresholds in force and those that are thought of. */
final class CurveChart {
    private final List<OperatingCurve> curves;
    private final Option option;
    private final Chart chart;

    /** What draws such curves. */
    @FunctionalInterface
    interface Option {
        Map<String, Object> of(List<OperatingCurve> curves, Map<String, Double> inForce, Map<String, Double> wanted);
    }

    /** @param label what the chart shows, for those who cannot see it */
    CurveChart(String label, List<OperatingCurve> curves, Option option) {
        this.curves = curves;
        this.option = option;
        this.chart = new Chart(label);
    }

    void mark(Map<String, Double> inForce, Map<String, Double> wanted) {
        chart.show(option.of(curves, inForce, wanted));
    }

    Div told(String words) {
        return chart.told(words);
    }
}
