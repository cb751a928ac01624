package io.polyphony.benchmarks.accuracy;

import io.polyphony.benchmarks.Recipe;
import io.polyphony.benchmarks.Scenario;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.evaluation.Ensemble;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.Verdict;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Trains every recipe on every fold. A recipe's word for a validation row is that of the network that did not see it, for a
 * test row what its networks say together; recipes are combined per task by greedy selection on the validation rows.
 */
final class Contest {
    private static final int ROUNDS = 20;

    private final Scenario scenario;
    private final Challenge challenge;

    Contest(Challenge challenge, Scenario scenario) {
        this.challenge = challenge;
        this.scenario = scenario;
    }

    /** What the winner says of all of these; several scenarios are parts of one question. */
    static Answers run(Challenge challenge, List<Scenario> scenarios, long seed) {
        long started = processor();
        var parts = scenarios.stream()
                .map(scenario -> new Contest(challenge, scenario).run(seed))
                .toList();
        return new Answers(
                TaskPredictions.joined(parts.stream().map(Answers::validation).toList()),
                TaskPredictions.joined(parts.stream().map(Answers::test).toList()),
                (processor() - started) / 1e9);
    }

    private Answers run(long seed) {
        var answers = ensemble(seed);
        if (!challenge.refereed()) {
            return answers;
        }
        var test = new LinkedHashMap<>(answers.test());
        for (var task : scenario.tasks()) {
            var alone = new Contest(challenge, scenario.only(task)).ensemble(seed);
            test.put(task.name() + Figure.ALONE, alone.test(task.name()));
        }
        return new Answers(answers.validation(), test, 0);
    }

    private Answers ensemble(long seed) {
        var splits = Folds.of(scenario, challenge.folds(), seed);
        var entries = new ArrayList<Entry>();
        for (var settings : challenge.recipes()) {
            var recipe = new Recipe(settings.isBlank() ? new String[0] : settings.split(" +"));
            var entry = entry(recipe, splits, seed);
            System.err.printf(
                    "  %s seed %d (%s): %s%n", challenge.name(), seed, settings, primary(chosen(List.of(entry))));
            entries.add(entry);
        }
        return chosen(entries);
    }

    private List<TaskCodec> codecs(Scenario.Split split, Map<String, FeaturizerSpec> features) {
        return scenario.tasks().stream()
                .map(task -> TaskCodec.fitFold(
                        task, scenario.table(), split.train(), scenario.train(), scenario.inputs(), features))
                .toList();
    }

    private Answers chosen(List<Entry> entries) {
        var held = entries.stream().map(Entry::validation).toList();
        var validation = new LinkedHashMap<String, TaskPredictions>();
        var test = new LinkedHashMap<String, TaskPredictions>();
        for (var task : scenario.tasks()) {
            var said = held.stream()
                    .map(entry -> Objects.requireNonNull(entry.get(task.name())))
                    .toList();
            var asked = entries.stream().flatMap(entry -> entry.test(task)).toList();
            var ensemble =
                    Ensemble.selected(said, Metrics.primaryFor(task.type()).name(), ROUNDS);
            validation.put(task.name(), ensemble.combined(said));
            test.put(task.name(), ensemble.spread(asked.size() / said.size()).combined(asked));
        }
        return new Answers(validation, test, 0);
    }

    /**
     * What the networks of one recipe say, fold by fold, by task.
     *
     * @param held each of the rows that it has not learned from
     * @param asked each of all test rows
     */
    private record Entry(List<Map<String, TaskPredictions>> held, List<Map<String, TaskPredictions>> asked) {
        Map<String, TaskPredictions> validation() {
            return TaskPredictions.joined(held);
        }

        Stream<TaskPredictions> test(TaskSpec task) {
            return asked.stream().map(fold -> Objects.requireNonNull(fold.get(task.name())));
        }
    }

    private Entry entry(Recipe recipe, List<Scenario.Split> splits, long seed) {
        var held = new ArrayList<Map<String, TaskPredictions>>();
        var asked = new ArrayList<Map<String, TaskPredictions>>();
        for (var split : splits) {
            var model = train(recipe, split, seed);
            held.add(model.predict(scenario.table(), split.validation()));
            asked.add(model.predict(scenario.table(), scenario.test()));
        }
        return new Entry(held, asked);
    }

    private TrainedModel train(Recipe recipe, Scenario.Split split, long seed) {
        var network = recipe.network(scenario);
        var features = network.features();
        var preprocessor = Preprocessor.reading(
                scenario.table(), split.train(), scenario.inputs(), features, codecs(split, features));
        var outcome = new Trainer(
                        network,
                        recipe.training(seed),
                        preprocessor,
                        preprocessor.encode(scenario.table(), split.train()),
                        preprocessor.encode(scenario.table(), split.validation()))
                .run(null, (report, _) -> Verdict.CONTINUE);
        return switch (outcome) {
            case TrainingOutcome.Completed done -> done.model();
            case TrainingOutcome.Interrupted _, TrainingOutcome.Diverged _, TrainingOutcome.CrossValidated _ ->
                throw new IllegalStateException("The training did not end well: " + outcome);
        };
    }

    private String primary(Answers entry) {
        var text = new StringBuilder();
        for (var task : scenario.tasks()) {
            var metric = Metrics.primaryFor(task.type()).name();
            text.append(String.format(
                    "%s %s %.4f / %.4f  ",
                    task.name(),
                    metric,
                    Metrics.evaluate(metric, entry.validation(task.name())),
                    Metrics.evaluate(metric, entry.test(task.name()))));
        }
        return text.toString();
    }

    /** Of this thread alone, so that a busy machine measures the same. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
