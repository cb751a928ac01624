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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A recorded search as a file: the epochs that tell, the figures with their directions, the space as JSON, then a line per assignment with its values (empty
 * where a parameter was not chosen) and its trainings, a bar between one seed's and the next one's, and a semicolon before each epoch.
 */
final class RecordedTable {

    private static final String SEEDS = "|";
    private static final String EPOCHS = ";";

    private RecordedTable() {}

    static RecordedSearch read(String name, InputStream table) throws IOException {
        try (var reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(table), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            SearchSpace space = SpaceJson.readSpace(lines.get(2));
            var curves = new LinkedHashMap<Assignment, double[][][]>();
            for (String line : lines.subList(3, lines.size())) {
                String[] parts = line.split("[" + EPOCHS + SEEDS + "]", 2);
                String trainings = line.substring(parts[0].length());
                curves.put(
                        assignment(space, parts[0]),
                        Stream.of(trainings.split("[" + SEEDS + "]", -1))
                                .map(RecordedTable::curve)
                                .toArray(double[][][]::new));
            }
            return new RecordedSearch(name, space, steps(lines.get(0)), figures(lines.get(1)), curves);
        }
    }

    private static List<Integer> steps(String line) {
        return Stream.of(line.split(EPOCHS)).map(Integer::valueOf).toList();
    }

    private static List<RecordedSearch.Figure> figures(String line) {
        return Stream.of(line.split(EPOCHS))
                .map(figure -> new RecordedSearch.Figure(figure.substring(1), figure.startsWith("+")))
                .toList();
    }

    private static double[][] curve(String training) {
        return Stream.of(training.split(EPOCHS))
                .filter(epoch -> !epoch.isEmpty())
                .map(epoch -> Stream.of(epoch.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
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

    static void write(RecordedSearch search, OutputStream to) throws IOException {
        try (var lines = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(to), StandardCharsets.UTF_8))) {
            lines.write(search.steps().stream().map(String::valueOf).collect(Collectors.joining(EPOCHS, "", "\n")));
            lines.write(search.figures().stream()
                    .map(figure -> (figure.higherIsBetter() ? "+" : "-") + figure.name())
                    .collect(Collectors.joining(EPOCHS, "", "\n")));
            lines.write(SpaceJson.write(search.space()) + "\n");
            for (var entry : search.curves().entrySet()) {
                lines.write(text(search.space(), entry.getKey())
                        + Stream.of(entry.getValue())
                                .map(RecordedTable::text)
                                .collect(Collectors.joining(SEEDS, "", "\n")));
            }
        }
    }

    private static String text(SearchSpace space, Assignment assignment) {
        return space.parameters().stream()
                .map(parameter -> assignment.has(parameter.name()) ? assignment.text(parameter.name()) : "")
                .collect(Collectors.joining(","));
    }

    private static String text(double[][] curve) {
        return Stream.of(curve)
                .map(epoch ->
                        Arrays.stream(epoch).mapToObj(RecordedTable::text).collect(Collectors.joining(",", EPOCHS, "")))
                .collect(Collectors.joining());
    }

    private static String text(double figure) {
        return figure == (long) figure ? String.valueOf((long) figure) : String.valueOf(figure);
    }
}
