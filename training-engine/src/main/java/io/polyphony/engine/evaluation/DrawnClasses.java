package io.polyphony.engine.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The metrics of classes on rows that are drawn again and again. What each row is worth, and the order of rows by each class's
 * probability, is found once; a draw only counts. Of 300 rows of 500 classes a draw then takes milliseconds.
 */
final class DrawnClasses implements Function<int[], Map<String, Double>> {
    /** Metrics that are means over rows. */
    private static final List<String> MEANS = List.of(
            Metrics.LOG_LOSS, Metrics.BRIER, Metrics.TOP_3_ACCURACY, Metrics.TOP_5_ACCURACY, Metrics.CLASS_DISTANCE);

    private final TaskPredictions known;
    private final int[] truths;
    private final int[] guesses;
    private final Map<String, double[]> means = new LinkedHashMap<>();
    private final DrawnRankings rankings;

    /** @param known every truth of which is known */
    DrawnClasses(TaskPredictions known) {
        this.known = known;
        truths = IntStream.range(0, known.rows())
                .map(row -> (int) known.truth()[row])
                .toArray();
        guesses = IntStream.range(0, known.rows()).map(known::predictedClass).toArray();
        rankings = new DrawnRankings(known, truths);
        var offered = Metrics.forType(known.task().type()).stream()
                .map(MetricInfo::name)
                .toList();
        MEANS.stream().filter(offered::contains).forEach(metric -> means.put(metric, row(metric)));
    }

    private double[] row(String metric) {
        return IntStream.range(0, known.rows())
                .mapToDouble(row -> Metrics.evaluate(metric, known.select(new int[] {row})))
                .toArray();
    }

    @Override
    public Map<String, Double> apply(int[] rows) {
        var agreement = Agreement.of(known.classes().size(), at(truths, rows), at(guesses, rows));
        var drawn = known.select(rows);
        var areas = rankings.means(rows);
        var values = new LinkedHashMap<String, Double>();
        for (var info : Metrics.forType(known.task().type())) {
            double value = value(info.name(), agreement, areas, drawn, rows);
            if (Double.isFinite(value)) {
                values.put(info.name(), value);
            }
        }
        return values;
    }

    private double value(
            String metric, Agreement agreement, DrawnRankings.Areas areas, TaskPredictions drawn, int[] rows) {
        var decided = Agreement.METRICS.get(metric);
        if (decided != null) {
            return decided.applyAsDouble(agreement);
        }
        var each = means.get(metric);
        if (each != null) {
            return Arrays.stream(rows).mapToDouble(row -> each[row]).average().orElse(Double.NaN);
        }
        return switch (metric) {
            case Metrics.ROC_AUC -> areas.rocAuc();
            case Metrics.PR_AUC -> areas.averagePrecision();
            default -> Metrics.evaluate(metric, drawn);
        };
    }

    private static int[] at(int[] all, int[] rows) {
        return IntStream.of(rows).map(row -> all[row]).toArray();
    }
}
