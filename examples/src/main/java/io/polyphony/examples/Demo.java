package io.polyphony.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Uploads a real data set, searches, compares, promotes the best trial and opens its sealed test split: all of it over REST,
 * as a script of yours would. {@code Demo <server> <token file> <scenario folder>}
 */
final class Demo {

    private final Api api;
    private final PrintStream out;
    private final Watch watch;

    private Demo(Api api, PrintStream out) {
        this.api = api;
        this.out = out;
        this.watch = new Watch(
                api,
                new Progress(out, System.console() != null && System.console().isTerminal()));
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: Demo <server> <token file> <scenario folder>");
            System.exit(2);
        }
        var token = Files.readString(Path.of(arguments[1])).strip();
        try (var api = new Api(URI.create(arguments[0]), token)) {
            new Demo(api, System.out).run(arguments[0], Path.of(arguments[2]));
        } catch (ApiProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    private void run(String server, Path folder) throws IOException {
        var scenario = Scenario.read(folder);
        var dataset = upload(scenario, folder.resolve(scenario.file()));
        var experiment = api.post("/experiments", request(scenario, dataset));
        var id = experiment.get("id").asText();
        out.printf("%nSearching: %s/experiments/%s%n", server, id);
        watch.experiment(id);
        var comparison = api.get("/experiments/%s/comparison?limit=1000".formatted(id));
        new Report(out).comparison(comparison);
        promote(scenario, comparison);
    }

    private String upload(Scenario scenario, Path file) throws IOException {
        out.printf("Uploading %s (%.1f MB)%n", file.getFileName(), Files.size(file) / 1e6);
        var id = api.upload(scenario.name(), file).get("id").asText();
        var dataset = watch.dataset(id);
        var latest = dataset.get("latest");
        out.printf("%s: %,d rows%n", scenario.name(), latest.get("rows").asLong());
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

    private static JsonNode request(Scenario scenario, String dataset) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", scenario.name() + ": fusion and loss weighting")
                .put("dataset", dataset)
                .put("seed", scenario.seed())
                .setAll(Map.of("tasks", scenario.tasks(), "budget", scenario.budget()));
    }

    private void promote(Scenario scenario, JsonNode comparison) {
        var best = Report.best(comparison);
        if (best.isEmpty()) {
            throw new IllegalStateException("No trial completed. Maybe the budget of minutes is too small here.");
        }
        var trial = best.get().get("trial");
        var started = System.nanoTime();
        var model = api.post(
                "/trials/%s/promote".formatted(trial.get("id").asText()), JsonNodeFactory.instance.objectNode());
        out.printf(
                "%nPromoted trial %d; its sealed test split (%d rows) was opened once, in %.1f s:%n%n",
                trial.get("number").asInt(),
                model.get("testRows").asInt(),
                Duration.ofNanos(System.nanoTime() - started).toMillis() / 1e3);
        new Report(out).test(model, scenario);
    }
}
