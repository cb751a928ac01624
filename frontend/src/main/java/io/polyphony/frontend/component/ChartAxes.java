package io.polyphony.frontend.component;

import static io.polyphony.frontend.component.Json.object;

import java.util.List;
import java.util.Map;

/** Axes and frames that several charts have alike. */
public final class ChartAxes {
    /** From this ratio of the largest to the smallest value on an axis counts orders of magnitude. */
    private static final double DECADES = 12;

    private ChartAxes() {}

    public static Map<String, Object> grid() {
        return object("left", 58, "right", 18, "top", 28, "bottom", 42);
    }

    public static Map<String, Object> below(String name, String type, Map<String, Object> more) {
        var axis = object("type", type, "name", name, "nameLocation", "middle", "nameGap", 26);
        axis.putAll(more);
        return axis;
    }

    public static Map<String, Object> beside(String name, String type, Map<String, Object> more) {
        var axis = object("type", type, "name", name, "nameGap", 12, "nameTextStyle", object("align", "left"));
        axis.putAll(more);
        return axis;
    }

    public static Map<String, Object> epochs() {
        return below("epoch", "value", object("nameGap", 22, "minInterval", 1, "min", 1));
    }

    /** Beside a chart: numbers that need not begin at 0. */
    public static Map<String, Object> measured(String name) {
        return beside(name, "value", object("scale", true));
    }

    /** Colours from the least to the greatest value of a dimension, without a legend. */
    public static Map<String, Object> shades(double least, double greatest, int dimension, String... colors) {
        return object(
                "show",
                false,
                "min",
                least,
                "max",
                greatest,
                "dimension",
                dimension,
                "inRange",
                object("color", List.of(colors)));
    }

    public static Map<String, Object> trials() {
        return below("trial", "value", object("minInterval", 1, "min", "dataMin"));
    }

    /** A line in steps that cannot be pointed at. */
    public static Map<String, Object> steps(String id, List<?> points) {
        return object(
                "id",
                id,
                "type",
                "line",
                "step",
                "end",
                "symbol",
                "none",
                "silent",
                true,
                "data",
                points,
                "lineStyle",
                object("color", "var(--accent)", "width", 2),
                "tooltip",
                object("show", false));
    }

    /** "category" for words, "log" for numbers over several orders of magnitude, else "value". */
    public static String type(List<Object> values) {
        if (values.isEmpty() || !values.stream().allMatch(Number.class::isInstance)) {
            return "category";
        }
        var numbers = values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .summaryStatistics();
        return numbers.getMin() > 0 && numbers.getMax() / numbers.getMin() >= DECADES ? "log" : "value";
    }

    /** A chosen value as people read it. */
    public static String word(Object value) {
        return value instanceof Number number
                ? Numbers.number(number.doubleValue())
                : Numbers.words(String.valueOf(value));
    }
}
