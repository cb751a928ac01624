package io.polyphony.benchmarks.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Records the searches anew: {@code Recorder <folder of data sets> <folder for the tables> [search ...]}. */
public final class Recorder {

    private Recorder() {}

    public static void main(String[] arguments) throws IOException {
        var data = Path.of(arguments[0]);
        var tables = Files.createDirectories(Path.of(arguments[1]));
        List<String> names = Arrays.asList(arguments).subList(2, arguments.length);
        for (var recording : Recordings.ALL) {
            if (names.isEmpty() || names.contains(recording.name())) {
                long started = processor();
                var search = recording.record(data);
                try (var table = Files.newOutputStream(tables.resolve(recording.name() + ".csv.gz"))) {
                    RecordedTable.write(search, table);
                }
                System.out.printf(
                        "%s: %d assignments in %d processor seconds%n",
                        recording.name(), search.curves().size(), (processor() - started) / 1_000_000_000);
            }
        }
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
