package io.polyphony.benchmarks;

import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Trains one recipe on a scenario, once per seed, and prints what it reached on validation and test rows, and the processor time it took.
 * Usage: {@code Accuracy <folder of examples> <scenario> <seeds> [setting=value ...]}.
 */
public final class Accuracy {

    /**
     * What one training reached.
     *
     * @param epoch the best one by validation
     * @param encoding processor seconds from raw rows to numbers
     * @param training processor seconds of training and validation
     * @param rowsPerSecond rows trained per processor second
     */
    record Result(
            int epoch,
            double encoding,
            double training,
            double rowsPerSecond,
            Map<String, Map<String, Double>> validation,
            Map<String, Map<String, Double>> test) {}

    private static final Set<String> SHOWN =
            Set.of(Metrics.ACCURACY, Metrics.ROC_AUC, Metrics.LOG_LOSS, Metrics.MAE, Metrics.RMSE, Metrics.R2);

    private Accuracy() {}

    public static void main(String[] arguments) throws IOException {
        var data = Path.of(arguments[0]);
        var settings = Arrays.copyOfRange(arguments, 3, arguments.length);
        var scenario = Scenario.load(arguments[1], data);
        var recipe = new Recipe(settings);
        System.out.println(arguments[1] + " " + String.join(" ", settings));
        for (var seed : Recipe.seeds(arguments[2])) {
            print(seed, measure(scenario, recipe, seed));
        }
    }

    /** Trains the recipe on four fifths of the train rows, chooses the epoch by the last fifth, and looks at the test rows. */
    static Result measure(Scenario scenario, Recipe recipe, long seed) {
        var started = processor();
        var split = scenario.split(seed);
        var network = recipe.network(scenario);
        var preprocessor = Preprocessor.fit(
                scenario.table(), split.train(), scenario.inputs(), network.features(), scenario.tasks());
        var train = preprocessor.encode(scenario.table(), split.train());
        var validation = preprocessor.encode(scenario.table(), split.validation());
        var encoded = processor();
        var training = recipe.training(seed);
        var rows = new long[1];
        var outcome = new Trainer(network, training, preprocessor, train, validation).run(null, (report, _) -> {
            rows[0] += train.rows();
            return watched(report);
        });
        var took = seconds(encoded, processor());
        return switch (outcome) {
            case TrainingOutcome.Completed done ->
                new Result(
                        done.bestEpoch(),
                        seconds(started, encoded),
                        took,
                        rows[0] / took,
                        done.best(),
                        done.model().evaluate(scenario.table(), scenario.test()));
            case TrainingOutcome.Interrupted _, TrainingOutcome.Diverged _, TrainingOutcome.CrossValidated _ ->
                throw new IllegalStateException("The training did not end well: " + outcome);
        };
    }

    private static void print(long seed, Result result) {
        System.out.printf(
                Locale.ROOT,
                "  seed %d  epoch %d  %.1f s (+ %.1f s encoding)  %.0f rows/s%n",
                seed,
                result.epoch(),
                result.training(),
                result.encoding(),
                result.rowsPerSecond());
        System.out.println("    validation " + brief(result.validation()));
        System.out.println("    test       " + brief(result.test()));
    }

    private static Verdict watched(EpochReport report) {
        if (System.getProperty("curve") != null) {
            System.out.printf(
                    Locale.ROOT,
                    "    %3d lr %.5f score %.4f %s%n",
                    report.epoch(),
                    report.learningRate(),
                    report.score(),
                    report.tasks());
        }
        return Verdict.CONTINUE;
    }

    private static String brief(Map<String, Map<String, Double>> metrics) {
        var text = new StringBuilder();
        metrics.forEach((task, values) -> {
            text.append(task).append(' ');
            values.forEach((name, value) -> {
                if (SHOWN.contains(name)) {
                    text.append(name).append(String.format(Locale.ROOT, " %.4f ", value));
                }
            });
            text.append("| ");
        });
        return text.toString();
    }

    /** Of this thread alone, so that a busy machine measures the same. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
