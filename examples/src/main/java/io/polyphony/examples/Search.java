package io.polyphony.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Upload, search, promote: the three requests that matter, each followed until it is done. */
record Search(Api api, Watch watch, PrintStream out) {

    static Search on(Api api, PrintStream out) {
        var console = System.console();
        return new Search(api, new Watch(api, new Progress(out, console != null && console.isTerminal())), out);
    }

    /** @return the id of the imported data set, whose columns are printed */
    String upload(Scenario scenario, Path file) throws IOException {
        out.printf("Uploading %s (%.1f MB)%n", file.getFileName(), Files.size(file) / 1e6);
        var id = api.upload(scenario.name(), file).get("id").asText();
        var rows = watch.dataset(id).get("latest").get("rows").asLong();
        out.printf("%s: %,d rows%n", scenario.name(), rows);
        for (var column : api.get("/datasets/%s/columns".formatted(id))) {
            out.printf(
                    "  %-26s %-12s %-8s %s%n",
                    column.get("name").asText(),
                    column.get("modality").asText(),
                    column.get("role").asText(),
                    column.get("reason").asText());
        }
        return id;
    }

    /** @return the comparison of all its trials, once the search has ended */
    JsonNode run(Scenario scenario, String dataset, long seed, JsonNode budget) {
        var experiment = api.post("/experiments", request(scenario, dataset, seed, budget));
        var id = experiment.get("id").asText();
        out.printf("%nSearching: %s%n", api.page("/experiments/" + id));
        watch.experiment(id);
        return api.get("/experiments/%s/comparison?limit=1000".formatted(id));
    }

    /** Each seed stands for itself: it begins with nothing that the searches before it have found. */
    private static JsonNode request(Scenario scenario, String dataset, long seed, JsonNode budget) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "%s, seed %d".formatted(scenario.name(), seed))
                .put("dataset", dataset)
                .put("seed", seed)
                .setAll(Map.of(
                        "tasks",
                        scenario.tasks(),
                        "budget",
                        budget,
                        "search",
                        JsonNodeFactory.instance.objectNode().put("warmStart", false)));
    }

    /** Promotes an ensemble of the best trials. @return the model with its sealed test metrics */
    JsonNode promoteEnsemble(JsonNode comparison) {
        var experiment = comparison.get("experiment").get("id").asText();
        return api.post("/experiments/%s/promote".formatted(experiment), JsonNodeFactory.instance.objectNode());
    }

    /** Promotes the trial of the best score. @return the model with its sealed test metrics */
    JsonNode promoteBest(JsonNode comparison) {
        var trial = Report.best(comparison)
                .orElseThrow(() -> new IllegalStateException(
                        "No trial completed. Maybe the budget of minutes is too small for this machine."));
        return api.post(
                "/trials/%s/promote".formatted(trial.get("trial").get("id").asText()),
                JsonNodeFactory.instance.objectNode());
    }
}
