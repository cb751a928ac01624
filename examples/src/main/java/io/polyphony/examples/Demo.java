package io.polyphony.examples;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Uploads a real data set, searches, compares, promotes the best trial and opens its sealed test split: all of it over REST,
 * as a script of yours would. {@code Demo <server> <token file> <scenario folder>}
 */
final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: Demo <server> <token file> <scenario folder>");
            System.exit(2);
        }
        var token = Files.readString(Path.of(arguments[1])).strip();
        try (var api = new Api(URI.create(arguments[0]), token)) {
            run(Search.on(api, System.out), Path.of(arguments[2]));
        } catch (ApiProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    private static void run(Search search, Path folder) throws IOException {
        var scenario = Scenario.read(folder);
        var report = new Report(search.out());
        var dataset = search.upload(scenario, folder.resolve(scenario.file()));
        var comparison = search.run(scenario, dataset, scenario.seed(), scenario.budget());
        report.comparison(comparison);
        var model = search.promoteBest(comparison);
        var ensemble = search.promoteEnsemble(comparison);
        search.out()
                .printf(
                        "%nPromoted trial %d and an ensemble. The sealed test split (%d rows) said:%n%n",
                        model.get("trialNumber").asInt(), model.get("testRows").asInt());
        report.test(model, ensemble, scenario);
    }
}
