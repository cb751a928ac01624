package io.polyphony.benchmarks.search;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.space.SpaceJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What every assignment of a finite space reached in a real training: nothing is interpolated. As a file: the epochs that tell, the figures with their
 * directions, the space as JSON, then a line per assignment with its values (empty where a parameter was not chosen), and a semicolon before each epoch.
 *
 * @param steps   after which epochs something is told
 * @param figures what is told after an epoch; the first is the score of all tasks together
 * @param curves  per assignment and epoch, one number per figure; a training that diverged has fewer epochs
 */
record RecordedSearch(
        String name, SearchSpace space, List<Integer> steps, List<Figure> figures, Map<Assignment, double[][]> curves) {

    /** A number told after each epoch. */
    record Figure(String name, boolean higherIsBetter) {}

    /** Those that were recorded. */
    static List<RecordedSearch> all() {
        return Recordings.ALL.stream()
                .flatMap(recording -> named(recording.name()).stream())
                .toList();
    }

    /** What its name begins with. */
    String dataSet() {
        return name.split("-")[0];
    }

    /** The search for the least loss, 1 - score of the best epoch; a training that diverged is as bad as the worst. */
    SearchTask task() {
        double worst = losses().max().orElseThrow();
        return new SearchTask(
                name,
                space,
                assignment -> {
                    double loss = loss(curve(assignment));
                    return Double.isFinite(loss) ? loss : worst;
                },
                losses().min().orElseThrow(),
                0);
    }

    /** What was told of an assignment of the space. */
    double[][] curve(Assignment assignment) {
        double[][] curve = curves.get(assignment);
        if (curve == null) {
            throw new IllegalArgumentException(
                    "The assignment %s was not recorded in (%s). Maybe the space has changed since."
                            .formatted(assignment.values(), name));
        }
        return curve;
    }

    private DoubleStream losses() {
        return curves.values().stream().mapToDouble(RecordedSearch::loss).filter(Double::isFinite);
    }

    private static double loss(double[][] curve) {
        return 1 - Arrays.stream(curve).mapToDouble(epoch -> epoch[0]).max().orElse(Double.NaN);
    }

    private static Optional<RecordedSearch> named(String name) {
        try (InputStream table = RecordedSearch.class.getResourceAsStream("recorded/%s.csv.gz".formatted(name))) {
            return table == null ? Optional.empty() : Optional.of(read(name, table));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    static RecordedSearch read(String name, InputStream table) throws IOException {
        try (var reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(table), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            SearchSpace space = SpaceJson.readSpace(lines.get(2));
            var curves = new LinkedHashMap<Assignment, double[][]>();
            lines.stream()
                    .skip(3)
                    .map(line -> line.split(";"))
                    .forEach(parts -> curves.put(
                            assignment(space, parts[0]),
                            Arrays.stream(parts)
                                    .skip(1)
                                    .map(RecordedSearch::numbers)
                                    .toArray(double[][]::new)));
            return new RecordedSearch(name, space, steps(lines.get(0)), figures(lines.get(1)), curves);
        }
    }

    private static List<Integer> steps(String line) {
        return Stream.of(line.split(";")).map(Integer::valueOf).toList();
    }

    private static List<Figure> figures(String line) {
        return Stream.of(line.split(";"))
                .map(figure -> new Figure(figure.substring(1), figure.startsWith("+")))
                .toList();
    }

    void write(OutputStream to) throws IOException {
        try (var lines = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(to), StandardCharsets.UTF_8))) {
            lines.write(steps.stream().map(String::valueOf).collect(Collectors.joining(";", "", "\n")));
            lines.write(figures.stream()
                    .map(figure -> (figure.higherIsBetter ? "+" : "-") + figure.name)
                    .collect(Collectors.joining(";", "", "\n")));
            lines.write(SpaceJson.write(space) + "\n");
            for (var entry : curves.entrySet()) {
                String values = space.parameters().stream()
                        .map(parameter -> entry.getKey().has(parameter.name())
                                ? entry.getKey().text(parameter.name())
                                : "")
                        .collect(Collectors.joining(","));
                String epochs =
                        Stream.of(entry.getValue()).map(RecordedSearch::text).collect(Collectors.joining());
                lines.write(values + epochs + "\n");
            }
        }
    }

    private static String text(double[] epoch) {
        return Arrays.stream(epoch)
                .mapToObj(figure -> figure == (long) figure ? String.valueOf((long) figure) : String.valueOf(figure))
                .collect(Collectors.joining(",", ";", ""));
    }

    private static double[] numbers(String epoch) {
        return Stream.of(epoch.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Assignment assignment(SearchSpace space, String line) {
        String[] texts = line.split(",", -1);
        return space.assign(parameter -> {
            String text = texts[space.parameters().indexOf(parameter)];
            return LongStream.range(0, parameter.count())
                    .mapToObj(parameter::valueAt)
                    .filter(value -> String.valueOf(value).equals(text))
                    .findFirst()
                    .orElseThrow();
        });
    }
}
