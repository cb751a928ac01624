package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.Contour;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Chosen;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;

/** What is expected of one objective over two parameters; the deeper the colour, the better. */
final class ContourOption {
    private ContourOption() {}

    static Map<String, Object> of(Contour contour) {
        var goals = goals(contour);
        boolean up = contour.direction() == Direction.MAXIMIZE;
        var pale = "var(--surface-2)";
        var deep = "var(--heat)";
        return object(
                "grid", object("left", 92, "right", 16, "top", 28, "bottom", 96),
                "tooltip", object("template", "{t}"),
                "xAxis",
                        ChartAxes.below(
                                Chosen.title(contour.second()), "category", object("data", words(contour.columns()))),
                "yAxis",
                        ChartAxes.beside(
                                Chosen.title(contour.first()), "category", object("data", words(contour.rows()))),
                "visualMap",
                        object(
                                "min",
                                goals.getMin(),
                                "max",
                                goals.getMax(),
                                "dimension",
                                2,
                                "calculable",
                                false,
                                "orient",
                                "horizontal",
                                "left",
                                "center",
                                "bottom",
                                0,
                                "itemHeight",
                                140,
                                "text",
                                List.of(Numbers.metric(goals.getMax()), Numbers.metric(goals.getMin())),
                                "inRange",
                                object("color", up ? List.of(pale, deep) : List.of(deep, pale))),
                "series",
                        List.of(object("id", "contour", "type", "heatmap", "data", cells(contour), "progressive", 0)));
    }

    private static List<Map<String, Object>> cells(Contour contour) {
        var cells = new ArrayList<Map<String, Object>>();
        for (int y = 0; y < contour.rows().size(); y++) {
            for (int x = 0; x < contour.columns().size(); x++) {
                double goal = contour.goals().get(y).get(x);
                cells.add(object(
                        "value", list(x, y, goal),
                        "note",
                                "%s: %s\n%s: %s\n%s about %s"
                                        .formatted(
                                                Chosen.title(contour.first()),
                                                ChartAxes.word(contour.rows().get(y)),
                                                Chosen.title(contour.second()),
                                                ChartAxes.word(contour.columns().get(x)),
                                                contour.objective(),
                                                Numbers.metric(goal))));
            }
        }
        return cells;
    }

    private static List<String> words(List<Object> values) {
        return values.stream().map(ChartAxes::word).toList();
    }

    private static DoubleSummaryStatistics goals(Contour contour) {
        return contour.goals().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
    }

    /** The chart in words. */
    static String told(Contour contour) {
        var goals = goals(contour);
        double best = contour.direction() == Direction.MAXIMIZE ? goals.getMax() : goals.getMin();
        for (int y = 0; y < contour.rows().size(); y++) {
            int x = contour.goals().get(y).indexOf(best);
            if (x >= 0) {
                return "The best expected %s, about %s, is at %s %s and %s %s; the values reach from %s to %s."
                        .formatted(
                                contour.objective(),
                                Numbers.metric(best),
                                Chosen.title(contour.first()),
                                ChartAxes.word(contour.rows().get(y)),
                                Chosen.title(contour.second()),
                                ChartAxes.word(contour.columns().get(x)),
                                Numbers.metric(goals.getMin()),
                                Numbers.metric(goals.getMax()));
            }
        }
        return "Nothing is expected of " + contour.objective() + ".";
    }
}
