package io.polyphony.benchmarks.speed;

import io.polyphony.engine.training.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Resident memory, in processes whose whole heap is resident from the start, so that whatever is added lies outside of it.
 * {@code Residence foretold|trials}
 */
public final class Residence {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int TRIALS = 200;
    private static final int SETTLED = 50;
    private static final double GROWTH = 0.02;
    private static final double ERROR = 0.1;

    private Residence() {}

    static void inProcessesOfTheirOwn() throws IOException, InterruptedException {
        if (!Files.exists(STATUS)) {
            System.err.println("Resident memory is left out: this system does not tell it.");
            return;
        }
        for (var what : List.of("foretold", "trials")) {
            var java = ProcessHandle.current().info().command().orElse("java");
            new ProcessBuilder(
                            java,
                            "--enable-native-access=ALL-UNNAMED",
                            "-Xms1g",
                            "-Xmx1g",
                            "-XX:+AlwaysPreTouch",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Residence.class.getName(),
                            what)
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    public static void main(String[] arguments) {
        if (arguments[0].equals("foretold")) {
            foretold();
        } else {
            trials();
        }
    }

    /** The largest batch makes what libraries take for themselves small beside it. */
    private static void foretold() {
        train(Lesson.of(Cases.named("mnist-cnn")));
        var large = Lesson.of(Cases.large());
        long before = resident();
        long[] during = new long[1];
        large.trainer(2).run(null, (_, _) -> {
            during[0] = resident();
            return Verdict.CONTINUE;
        });
        double real = during[0] - before;
        double foretold = large.memory().deviceBytes();
        Figures.plain("memory of a large training outside of the heap, MB", real / 1e6);
        Figures.atMost("error of its foretold memory", Math.abs(foretold - real) / real, ERROR);
    }

    /** After the first trials, in which code is compiled and libraries take their shares. */
    private static void trials() {
        var lesson = Lesson.of(Cases.named("multi-modal")).shortened(4);
        var sizes = new ArrayList<Long>();
        for (int trial = 0; trial < TRIALS; trial++) {
            train(lesson);
            sizes.add(resident());
        }
        double growth = (double) sizes.getLast() / sizes.get(SETTLED) - 1;
        Figures.atMost(
                "growth of resident memory from trial %d to trial %d".formatted(SETTLED, TRIALS), growth, GROWTH);
    }

    private static void train(Lesson lesson) {
        lesson.trainer(1).run(null, (_, _) -> Verdict.CONTINUE);
    }

    /** In bytes. */
    private static long resident() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
