package io.polyphony.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What five minutes of search reach on the sealed test rows, for three seeds: one JSON line per target of the scenario.
 * {@code Accuracy <server> <token file> <scenario folder>...}
 */
final class Accuracy {

    private static final double MINUTES = 5;
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    private Accuracy() {}

    public static void main(String[] arguments) throws IOException {
        var token = Files.readString(Path.of(arguments[1])).strip();
        try (var api = new Api(URI.create(arguments[0]), token)) {
            var search = Search.on(api, System.out);
            for (var folder : List.of(arguments).subList(2, arguments.length)) {
                measure(search, Path.of(folder));
            }
        }
    }

    private static void measure(Search search, Path folder) throws IOException {
        var scenario = Scenario.read(folder);
        var dataset = search.upload(scenario, folder.resolve(scenario.file()));
        var trials = new ArrayList<JsonNode>();
        var ensembles = new ArrayList<JsonNode>();
        for (long seed : SEEDS) {
            var comparison = search.run(
                    scenario,
                    dataset,
                    seed,
                    JsonNodeFactory.instance.objectNode().put("minutes", MINUTES));
            new Report(search.out()).comparison(comparison);
            trials.add(search.promoteBest(comparison));
            ensembles.add(search.promoteEnsemble(comparison));
            new Report(search.out()).test(trials.getLast(), ensembles.getLast(), scenario);
        }
        for (var target : scenario.targets()) {
            search.out().println(line(folder, target, "best trial", trials));
            search.out().println(line(folder, target, "ensemble", ensembles));
        }
    }

    private static JsonNode line(Path folder, Scenario.Target target, String of, List<JsonNode> models) {
        var values = models.stream()
                .map(m -> m.get("test").get(target.task()).get(target.metric()).asDouble())
                .sorted()
                .toList();
        double median = values.get(values.size() / 2);
        var line = JsonNodeFactory.instance
                .objectNode()
                .put("bench", "accuracy")
                .put("case", "%s/%s".formatted(folder.getFileName(), target.task()))
                .put("of", of)
                .put("metric", target.metric())
                .put("figure", median)
                .put("target", target.value())
                .put("verdict", target.metBy(median) ? "met" : "short");
        values.forEach(line.putArray("seeds")::add);
        return line;
    }
}
