package io.polyphony.frontend.trial;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.engine.evaluation.Calibration;
import io.polyphony.frontend.component.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is said beside what is found; a point is as large as its bin has rows. */
final class CalibrationOption {
    private static final double SMALLEST = 6;
    private static final double LARGEST = 24;

    private CalibrationOption() {}

    static Map<String, Object> of(Calibration calibration) {
        long most = Math.max(1, Arrays.stream(calibration.rows()).max().orElse(1));
        var points = IntStream.range(0, calibration.said().length)
                .mapToObj(bin -> object(
                        "value",
                        list(calibration.said()[bin], calibration.found()[bin]),
                        "symbolSize",
                        SMALLEST
                                + (LARGEST - SMALLEST)
                                        * Math.sqrt((double) calibration.rows()[bin] / most),
                        "note",
                        note(calibration, bin)))
                .toList();
        return object(
                "grid",
                Axes.grid(1),
                "tooltip",
                object("template", "{t}"),
                "xAxis",
                Axes.lower("said"),
                "yAxis",
                Axes.left("found"),
                "series",
                List.of(
                        Axes.reference(0, 0, 1, 1),
                        object(
                                "id",
                                "calibration",
                                "type",
                                "line",
                                "symbol",
                                "circle",
                                "showSymbol",
                                true,
                                "showAllSymbol",
                                true,
                                "clip",
                                false,
                                "data",
                                points,
                                "itemStyle",
                                object("color", "var(--voice-1)", "opacity", 0.85),
                                "lineStyle",
                                object("width", 2, "color", "var(--voice-1)"))));
    }

    private static String note(Calibration calibration, int bin) {
        return "said %s, found %s\n%s answers"
                .formatted(
                        Numbers.percent(calibration.said()[bin]),
                        Numbers.percent(calibration.found()[bin]),
                        Numbers.count(calibration.rows()[bin]));
    }
}
