package io.polyphony.benchmarks.accuracy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * What the engine reaches on the data sets that are there: one JSON line per figure, the median over seeds, and a table.
 * {@code AccuracyTable <folder of data sets> <seeds> [challenge ...]}
 */
public final class AccuracyTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Line(String challenge, Figure figure, double value, double seconds) {}

    private AccuracyTable() {}

    public static void main(String[] arguments) throws IOException {
        var data = Path.of(arguments[0]);
        int seeds = Integer.parseInt(arguments[1]);
        var names = Arrays.asList(arguments).subList(2, arguments.length);
        check(names);
        var lines = new ArrayList<Line>();
        for (var challenge : Challenges.ALL) {
            boolean asked = names.isEmpty() || names.contains(challenge.name());
            if (asked && Files.isDirectory(data.resolve(challenge.folder()))) {
                var found = run(challenge, data, seeds);
                found.forEach(AccuracyTable::print);
                lines.addAll(found);
            } else if (asked) {
                System.err.printf("%s is left out: there is no %s in %s%n", challenge.name(), challenge.folder(), data);
            }
        }
        lines.forEach(AccuracyTable::tabulate);
    }

    private static void check(List<String> names) {
        var known = Challenges.ALL.stream().map(Challenge::name).toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no case (%s) of the benchmark of accuracy. Maybe one of %s?".formatted(name, known));
            }
        }
    }

    private static List<Line> run(Challenge challenge, Path data, int seeds) throws IOException {
        var scenarios = challenge.loader().load(data.resolve(challenge.folder()));
        var answers = LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> Contest.run(challenge, scenarios, seed))
                .toList();
        double seconds = median(answers.stream().mapToDouble(Answers::seconds).toArray());
        return challenge.figures().stream()
                .map(figure -> new Line(
                        challenge.name(),
                        figure,
                        median(answers.stream().mapToDouble(figure.reading()).toArray()),
                        seconds))
                .toList();
    }

    private static double median(double[] values) {
        var sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void print(Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", "accuracy");
        json.put("case", line.challenge());
        json.put("name", line.figure().name());
        json.put("figure", rounded(line.value()));
        json.put("target", line.figure().target());
        json.put("reference", line.figure().reference());
        json.put("cpu_s", Math.round(line.seconds()));
        json.put("verdict", verdict(line));
        try {
            System.out.println(JSON.writeValueAsString(json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void tabulate(Line line) {
        System.out.printf(
                Locale.ROOT,
                "%-16s %-28s %8.4f  %s %-7.4g %-5s  %s%n",
                line.challenge(),
                line.figure().name(),
                line.value(),
                line.figure().atLeast() ? ">=" : "<=",
                line.figure().target(),
                verdict(line),
                line.figure().reference());
    }

    private static String verdict(Line line) {
        return line.figure().met(line.value()) ? "met" : "short";
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
