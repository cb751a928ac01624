package io.polyphony.benchmarks.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The same networks in libtorch, in a process of their own: the two libraries do not share one. */
final class Referee implements AutoCloseable {
    /** What libtorch does with memory that it needs no more; it asks for it anew at every step. */
    enum Habit {
        /** As installed: glibc gives large pieces back to the system each time, which makes some networks five times as slow. */
        USUAL("libtorch", Map.of()),
        /** As PyTorch's own guide to tuning advises. */
        KEEPING(
                "libtorch keeping its memory",
                Map.of(
                        "MALLOC_MMAP_THRESHOLD_", "1073741824",
                        "MALLOC_TRIM_THRESHOLD_", "4294967296",
                        "MALLOC_TOP_PAD_", "268435456"));

        private final String title;
        private final Map<String, String> environment;

        Habit(String title, Map<String, String> environment) {
            this.title = title;
            this.environment = environment;
        }

        String title() {
            return title;
        }
    }

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private Referee(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** @param classPath where the referee and its library lie */
    static Referee start(String classPath, Habit habit) throws IOException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var command =
                List.of(java, "--enable-native-access=ALL-UNNAMED", "-cp", classPath, "io.polyphony.referee.Referee");
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(habit.environment);
        return new Referee(builder.start());
    }

    void open(String name, String sizes) {
        ask("open " + name + " " + sizes);
    }

    /** Processor milliseconds per step. */
    double run(int steps) {
        return Long.parseLong(ask("run " + steps)) / 1e6 / steps;
    }

    private String ask(String order) {
        orders.println(order);
        try {
            var answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException(
                        "The referee ended at (%s). Maybe libtorch does not run on this machine.".formatted(order));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
