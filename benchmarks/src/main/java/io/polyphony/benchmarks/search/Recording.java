package io.polyphony.benchmarks.search;

import io.polyphony.benchmarks.Recipe;
import io.polyphony.benchmarks.Scenario;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.Verdict;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A search whose every assignment is trained once per seed, on few rows of real data. All its parameters are settings of a {@link Recipe} and have a finite number of
 * values. No test row is looked at.
 *
 * @param folder     of the data set
 * @param rows       how many rows to train on; as many others to validate on, unless there are fewer
 * @param settings   what is not searched
 */
record Recording(String name, String folder, Loader loader, int rows, List<String> settings, SearchSpace space) {

    /** A training's luck is in its seed: first weights, order of the rows, dropout. The rows are always the same. */
    private static final long[] SEEDS = {1, 2, 3};

    private static final long SEED_OF_ROWS = 1;

    /** After which epochs something is told, for smaller files. */
    private static final List<Integer> TOLD = List.of(1, 2, 3, 4, 6, 9, 13, 18, 27);

    private static final double PRECISION = 1e4;

    /** Reads a data set's folder. */
    @FunctionalInterface
    interface Loader {
        Scenario load(Path folder) throws IOException;
    }

    /** With these inputs and tasks only. */
    Recording only(List<String> inputs, List<String> tasks) {
        return new Recording(name, folder, data -> only(loader.load(data), inputs, tasks), rows, settings, space);
    }

    private static Scenario only(Scenario scenario, List<String> inputs, List<String> tasks) {
        return new Scenario(
                scenario.name(),
                scenario.table(),
                scenario.train(),
                scenario.test(),
                scenario.inputs().stream()
                        .filter(input -> inputs.contains(input.name()))
                        .toList(),
                scenario.tasks().stream()
                        .filter(task -> tasks.contains(task.name()))
                        .toList(),
                scenario.groups());
    }

    /** With these settings as well. */
    Recording with(String... more) {
        return new Recording(
                name,
                folder,
                loader,
                rows,
                Stream.concat(settings.stream(), Stream.of(more)).toList(),
                space);
    }

    /** Searching these. */
    Recording over(Parameter... parameters) {
        return new Recording(name, folder, loader, rows, settings, SearchSpace.of(parameters));
    }

    /** Trains everything that may be chosen, each assignment once per seed. */
    RecordedSearch record(Path data) throws IOException {
        var scenario = loader.load(data.resolve(folder));
        int[] mixed = mixed(scenario.train());
        int train = Math.min(rows, 2 * mixed.length / 3);
        var bench = new Bench(
                scenario,
                IntStream.of(mixed).limit(train).sorted().toArray(),
                IntStream.of(mixed).skip(train).limit(train).sorted().toArray(),
                new HashMap<>());
        var curves = new LinkedHashMap<Assignment, double[][][]>();
        space.assignments(1)
                .forEach(assignment -> curves.put(
                        assignment,
                        LongStream.of(SEEDS)
                                .mapToObj(seed -> curve(bench, assignment, seed))
                                .toArray(double[][][]::new)));
        return new RecordedSearch(name, space, TOLD, figures(scenario), curves);
    }

    /** What is told after every epoch: the score that the engine picks epochs by, then every task's primary metric. */
    private static List<RecordedSearch.Figure> figures(Scenario scenario) {
        var figures = new ArrayList<>(List.of(new RecordedSearch.Figure("score", true)));
        for (var task : scenario.tasks()) {
            var metric = Metrics.primaryFor(task.type());
            figures.add(new RecordedSearch.Figure(task.name() + " " + metric.name(), metric.higherIsBetter()));
        }
        return figures;
    }

    private double[][] curve(Bench bench, Assignment assignment, long seed) {
        var changes = Stream.concat(
                settings.stream(), assignment.values().keySet().stream().map(key -> key + "=" + assignment.text(key)));
        var recipe = new Recipe(changes.toArray(String[]::new));
        var epochs = new ArrayList<double[]>();
        bench.train(recipe, seed, report -> {
            if (TOLD.contains(report.epoch())) {
                epochs.add(told(bench.scenario.tasks(), report));
            }
        });
        return epochs.toArray(double[][]::new);
    }

    private static double[] told(List<TaskSpec> tasks, EpochReport report) {
        return DoubleStream.concat(
                        DoubleStream.of(report.score()), tasks.stream().mapToDouble(task -> primary(task, report)))
                .map(Recording::rounded)
                .toArray();
    }

    private static double primary(TaskSpec task, EpochReport report) {
        var told = report.tasks().get(task.name());
        return told == null
                ? Double.NaN
                : told.metrics().getOrDefault(Metrics.primaryFor(task.type()).name(), Double.NaN);
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * PRECISION) / PRECISION : Double.NaN;
    }

    private static int[] mixed(int[] rows) {
        int[] mixed = rows.clone();
        var random = new SplittableRandom(SEED_OF_ROWS);
        for (int i = mixed.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = mixed[i];
            mixed[i] = mixed[j];
            mixed[j] = kept;
        }
        return mixed;
    }

    /** The rows, encoded once for all that see them alike. */
    private record Bench(
            Scenario scenario, int[] train, int[] validation, Map<Map<String, FeaturizerSpec>, Encoded> known) {

        private record Encoded(Preprocessor preprocessor, EncodedRows train, EncodedRows validation) {}

        void train(Recipe recipe, long seed, Consumer<EpochReport> monitor) {
            var network = recipe.network(scenario);
            var encoded = known.computeIfAbsent(network.features(), this::encode);
            new Trainer(network, recipe.training(seed), encoded.preprocessor, encoded.train, encoded.validation)
                    .run(null, (report, _) -> {
                        monitor.accept(report);
                        return Verdict.CONTINUE;
                    });
        }

        private Encoded encode(Map<String, FeaturizerSpec> features) {
            var preprocessor = Preprocessor.fit(scenario.table(), train, scenario.inputs(), features, scenario.tasks());
            return new Encoded(
                    preprocessor,
                    preprocessor.encode(scenario.table(), train),
                    preprocessor.encode(scenario.table(), validation));
        }
    }
}
