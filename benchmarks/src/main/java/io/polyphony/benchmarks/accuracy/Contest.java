package io.polyphony.benchmarks.accuracy;

import io.polyphony.benchmarks.Recipe;
import io.polyphony.benchmarks.Scenario;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.Preprocessor;
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
import java.util.function.Function;

/**
 * Trains every recipe on every fold. A recipe's word for a validation row is that of the network that did not see it, for a
 * test row what its networks say together; recipes are then combined per task by greedy selection on the validation rows.
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
                Predictions.joinedByTask(parts.stream().map(Answers::validation).toList()),
                Predictions.joinedByTask(parts.stream().map(Answers::test).toList()),
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
        var entries = new ArrayList<Answers>();
        for (var settings : challenge.recipes()) {
            var recipe = new Recipe(settings.isBlank() ? new String[0] : settings.split(" +"));
            var entry = entry(recipe, splits, seed);
            System.err.printf("  %s seed %d (%s): %s%n", challenge.name(), seed, settings, primary(entry));
            entries.add(entry);
        }
        var validation = new LinkedHashMap<String, TaskPredictions>();
        var test = new LinkedHashMap<String, TaskPredictions>();
        for (var task : scenario.tasks()) {
            var held =
                    entries.stream().map(entry -> entry.validation(task.name())).toList();
            var metric = Metrics.primaryFor(task.type()).name();
            var ensemble = Ensemble.selected(held, metric, ROUNDS);
            validation.put(task.name(), ensemble.combined(held));
            test.put(
                    task.name(),
                    ensemble.combined(entries.stream()
                            .map(entry -> entry.test(task.name()))
                            .toList()));
        }
        return new Answers(validation, test, 0);
    }

    private Answers entry(Recipe recipe, List<Scenario.Split> splits, long seed) {
        var held = new LinkedHashMap<String, List<TaskPredictions>>();
        var asked = new LinkedHashMap<String, List<TaskPredictions>>();
        for (var split : splits) {
            var model = train(recipe, split, seed);
            model.predict(scenario.table(), split.validation())
                    .forEach((task, said) ->
                            held.computeIfAbsent(task, _ -> new ArrayList<>()).add(said));
            model.predict(scenario.table(), scenario.test())
                    .forEach((task, said) ->
                            asked.computeIfAbsent(task, _ -> new ArrayList<>()).add(said));
        }
        return new Answers(folded(held, Predictions::joined), folded(asked, Predictions::together), 0);
    }

    private static Map<String, TaskPredictions> folded(
            Map<String, List<TaskPredictions>> parts, Function<List<TaskPredictions>, TaskPredictions> how) {
        var whole = new LinkedHashMap<String, TaskPredictions>();
        parts.forEach((task, said) -> whole.put(task, how.apply(said)));
        return whole;
    }

    private TrainedModel train(Recipe recipe, Scenario.Split split, long seed) {
        var network = recipe.network(scenario);
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        network.encoders().forEach((input, encoder) -> features.put(input, encoder.featurizer()));
        var preprocessor =
                Preprocessor.fit(scenario.table(), split.train(), scenario.inputs(), features, scenario.tasks());
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
