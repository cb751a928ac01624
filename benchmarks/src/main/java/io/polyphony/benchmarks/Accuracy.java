package io.polyphony.benchmarks;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.TrainingSpec;
import io.polyphony.engine.training.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Trains one recipe on a scenario, once per seed, and prints what it reached on validation and test rows, and the processor time it took.
 * Usage: {@code Accuracy <data folder> <scenario> <seeds> [setting=value ...]}.
 */
public final class Accuracy {

    private final Scenario scenario;
    private final Recipe recipe;
    private final PrintStream out;

    private Accuracy(Scenario scenario, Recipe recipe, PrintStream out) {
        this.scenario = scenario;
        this.recipe = recipe;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        var data = Path.of(arguments[0]);
        if (!Files.isDirectory(data)) {
            System.out.printf("There is no folder (%s): nothing to measure.%n", data);
            return;
        }
        var settings = Arrays.copyOfRange(arguments, 3, arguments.length);
        var accuracy = new Accuracy(Scenario.load(arguments[1], data), new Recipe(settings), System.out);
        System.out.println(arguments[1] + " " + String.join(" ", settings));
        for (var seed : Recipe.seeds(arguments[2])) {
            accuracy.run(seed);
        }
    }

    private void run(long seed) {
        var started = processor();
        var split = scenario.split(seed);
        var network = recipe.network(scenario);
        var features = features(network);
        var preprocessor =
                Preprocessor.fit(scenario.table(), split.train(), scenario.inputs(), features, scenario.tasks());
        var train = preprocessor.encode(scenario.table(), split.train());
        var validation = preprocessor.encode(scenario.table(), split.validation());
        var encoded = processor();
        train(network, recipe.training(seed), preprocessor, train, validation, seconds(started, encoded));
    }

    private static Map<String, FeaturizerSpec> features(NetworkSpec network) {
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        network.inputs()
                .forEach(input ->
                        features.put(input.name(), network.encoder(input.name()).featurizer()));
        return features;
    }

    private void train(
            NetworkSpec network,
            TrainingSpec training,
            Preprocessor preprocessor,
            EncodedRows train,
            EncodedRows validation,
            double encoding) {
        var started = processor();
        var trainer = new Trainer(network, training, preprocessor, train, validation);
        var outcome = trainer.run(null, (report, _) -> watched(report));
        var took = seconds(started, processor());
        if (outcome instanceof TrainingOutcome.Completed(int epoch, var best, var model)) {
            out.printf(
                    Locale.ROOT,
                    "  seed %d  epoch %d/%d  %.1f s (+ %.1f s encoding)  %.0f rows/s  score %.4f%n",
                    training.seed(),
                    epoch,
                    training.epochs(),
                    took,
                    encoding,
                    train.rows() * training.epochs() / took,
                    score(best));
            out.println("    validation " + brief(best));
            out.println("    test       " + brief(model.evaluate(scenario.table(), scenario.test())));
        } else {
            out.println("  " + outcome);
        }
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

    private double score(Map<String, Map<String, Double>> metrics) {
        return scenario.tasks().stream()
                .mapToDouble(task -> {
                    var primary = Metrics.primaryFor(task.type());
                    var value = metrics.getOrDefault(task.name(), Map.of()).getOrDefault(primary.name(), Double.NaN);
                    return primary.higherIsBetter() ? value : 1 - value;
                })
                .average()
                .orElse(Double.NaN);
    }

    private String brief(Map<String, Map<String, Double>> metrics) {
        var text = new StringBuilder();
        metrics.forEach((task, values) -> {
            text.append(task).append(' ');
            values.forEach((name, value) -> {
                if (!name.contains("balanced") && !name.contains("macro") && !name.equals("pr_auc")) {
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
