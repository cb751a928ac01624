package io.polyphony.engine.explanation;

import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.Bundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Explains a model on some rows: shuffles its columns, and takes its inputs away in every combination. */
public final class Explainer {
    private static final int REPEATS = 5;
    private final Map<String, String> metrics;
    private final Audience audience;
    private final List<String> inputs;
    private final List<String> columns;
    private final int rows;
    private final DoubleConsumer progress;
    private final Map<Long, Map<String, TaskPredictions>> coalitions = new HashMap<>();
    private final int steps;
    private int done;

    private Explainer(Bundle model, Map<String, String> metrics, Table table, int[] rows, DoubleConsumer progress) {
        var network = model.members().getFirst().network();
        this.metrics = metrics;
        this.audience = new Audience(model, table, rows);
        this.inputs = network.network().inputs().stream().map(InputSpec::name).toList();
        this.columns = network.network().inputs().stream()
                .flatMap(input -> input.columns().stream())
                .distinct()
                .toList();
        this.rows = rows.length;
        this.progress = progress;
        this.steps = columns.size() * REPEATS + Shapley.coalitions(inputs.size()) + 2;
    }

    /**
     * Explains a model.
     *
     * @param metrics the metric to explain, by task
     * @param rows rows with known truths that the model was not trained on; some hundred do
     * @param progress gets the share that is done, 0 to 1
     */
    public static Explanation explain(
            Bundle model, Map<String, String> metrics, Table table, int[] rows, DoubleConsumer progress) {
        return new Explainer(model, metrics, table, rows, progress).explain();
    }

    private Explanation explain() {
        var shuffled = new LinkedHashMap<String, List<Map<String, TaskPredictions>>>();
        var random = new SplittableRandom(1);
        for (var column : columns) {
            var answers = new ArrayList<Map<String, TaskPredictions>>();
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                var order = IntStream.range(0, rows).toArray();
                Shapley.shuffle(order, random);
                answers.add(audience.shuffled(column, order));
                step();
            }
            shuffled.put(column, answers);
        }
        var listened = audience.listened();
        step();
        var tasks = new ArrayList<Explanation.OfTask>();
        metrics.forEach((task, metric) ->
                tasks.add(task(task, metric, shuffled, listened.byTask().getOrDefault(task, Heard.NOTHING))));
        progress.accept(1);
        return new Explanation(rows, REPEATS, listened.how(), tasks);
    }

    private Explanation.OfTask task(
            String task, String metric, Map<String, List<Map<String, TaskPredictions>>> shuffled, Heard heard) {
        double whole = value(metric, task, everything());
        var drops = new ArrayList<Explanation.OfColumn>();
        shuffled.forEach((column, answers) -> drops.add(drop(column, task, metric, whole, answers)));
        drops.sort(Comparator.comparingDouble(Explanation.OfColumn::drop).reversed());
        return new Explanation.OfTask(
                task,
                metric,
                finite(whole),
                finite(value(metric, task, 0)),
                drops,
                inputs(task, metric, heard.inputs()),
                heard.shared());
    }

    private static Explanation.OfColumn drop(
            String column, String task, String metric, double whole, List<Map<String, TaskPredictions>> answers) {
        double sign = Metrics.info(metric).higherIsBetter() ? 1 : -1;
        var drops = answers.stream()
                .mapToDouble(said -> sign * (whole - Metrics.evaluate(metric, of(said, task))))
                .filter(Double::isFinite)
                .toArray();
        double mean = Arrays.stream(drops).average().orElse(0);
        double square = Arrays.stream(drops)
                .map(drop -> (drop - mean) * (drop - mean))
                .average()
                .orElse(0);
        return new Explanation.OfColumn(column, mean, Math.sqrt(square));
    }

    private List<Explanation.OfInput> inputs(String task, String metric, Map<String, Double> gates) {
        var shares = Shapley.of(inputs.size(), coalition -> Metrics.normalised(metric, of(coalition(coalition), task)));
        var explained = new ArrayList<Explanation.OfInput>();
        for (int i = 0; i < shares.length; i++) {
            explained.add(new Explanation.OfInput(
                    inputs.get(i),
                    shares[i],
                    finite(value(metric, task, everything() & ~(1L << i))),
                    finite(value(metric, task, 1L << i)),
                    gates.get(inputs.get(i))));
        }
        return explained;
    }

    private long everything() {
        return (1L << inputs.size()) - 1;
    }

    private double value(String metric, String task, long coalition) {
        return Metrics.evaluate(metric, of(coalition(coalition), task));
    }

    /** What the model says when only the inputs are there whose bits are set. */
    private Map<String, TaskPredictions> coalition(long coalition) {
        var known = coalitions.get(coalition);
        if (known == null) {
            known = audience.with(IntStream.range(0, inputs.size())
                    .filter(i -> (coalition >> i & 1) == 1)
                    .mapToObj(inputs::get)
                    .toList());
            coalitions.put(coalition, known);
            step();
        }
        return known;
    }

    private void step() {
        progress.accept(Math.min(1, (double) ++done / steps));
    }

    private static TaskPredictions of(Map<String, TaskPredictions> said, String task) {
        return Objects.requireNonNull(said.get(task));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
