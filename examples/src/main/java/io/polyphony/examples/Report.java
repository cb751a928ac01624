package io.polyphony.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the demo prints: the per-task table of all trials, and the sealed test metrics beside outside figures. */
record Report(PrintStream out) {

    /** One row a trial, one column a task; a star marks trials that no other trial beats on every task. */
    void comparison(JsonNode comparison) {
        var tasks = comparison.get("experiment").get("tasks");
        var header = new ArrayList<>(List.of("trial", "state", "fusion", "loss weighting"));
        tasks.forEach(task ->
                header.add(task.get("name").asText() + " " + task.get("metric").asText()));
        header.add("epochs");
        out.println();
        new TextTable(header, rows(comparison).map(row -> cells(row, tasks)).toList()).print(out);
        out.println("Validation metrics at the best epoch; * = no other trial is better on every task.");
    }

    /** The completed trial with the best mean over tasks, which is the one the demo promotes. */
    static Optional<JsonNode> best(JsonNode comparison) {
        return rows(comparison)
                .filter(row -> row.path("score").isNumber())
                .filter(row -> row.get("trial").get("state").asText().equalsIgnoreCase("completed"))
                .max(Comparator.comparingDouble(row -> row.get("score").asDouble()));
    }

    /** The test metrics of the best trial and of the ensemble, task by task, with each outside figure. */
    void test(JsonNode trial, JsonNode ensemble, Scenario scenario) {
        var rows = new ArrayList<List<String>>();
        trial.get("tasks").forEach(task -> {
            var name = task.get("name").asText();
            var metric = task.get("metric").asText();
            var alone = trial.get("test").get(name).get(metric);
            var together = ensemble.get("test").get(name).get(metric);
            rows.add(List.of(name, metric, number(alone), "Polyphony, its best trial"));
            rows.add(List.of("", "", number(together), "Polyphony, an ensemble of " + members(ensemble)));
            scenario.referencesFor(name).stream()
                    .filter(reference -> reference.metric().equals(metric))
                    .forEach(r -> rows.add(List.of("", "", "%.4f".formatted(r.value()), r.source())));
        });
        new TextTable(List.of("task", "metric", "test", "by"), rows).print(out);
    }

    private static String members(JsonNode ensemble) {
        return "%d trials".formatted(ensemble.get("members").size());
    }

    private static Stream<JsonNode> rows(JsonNode comparison) {
        return StreamSupport.stream(comparison.get("rows").spliterator(), false);
    }

    private static List<String> cells(JsonNode row, JsonNode tasks) {
        var trial = row.get("trial");
        var cells = new ArrayList<>(List.of(
                trial.get("label").asText(),
                trial.get("state").asText().toLowerCase(Locale.ROOT),
                trial.path("fusion").asText("-"),
                trial.path("lossWeighting").asText("-")));
        var star = row.get("pareto").asBoolean() ? "*" : "";
        tasks.forEach(task -> {
            var value = row.get("tasks").path(task.get("name").asText()).path("atBestEpoch");
            cells.add(value.isNumber() ? star + number(value) : "-");
        });
        cells.add(trial.get("epoch").asText());
        return cells;
    }

    private static String number(JsonNode value) {
        return "%.4f".formatted(value.asDouble());
    }
}
