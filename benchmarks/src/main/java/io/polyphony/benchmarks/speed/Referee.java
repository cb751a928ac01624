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
    /**
     * libtorch asks for its memory anew at every step. With glibc's defaults large pieces go back to the system each time, which makes some networks five times as
     * slow; kept, as PyTorch's own guide to tuning advises, they cost it nothing.
     */
    private static final Map<String, String> AT_ITS_BEST = Map.of(
            "MALLOC_MMAP_THRESHOLD_", "1073741824",
            "MALLOC_TRIM_THRESHOLD_", "4294967296",
            "MALLOC_TOP_PAD_", "268435456");

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private Referee(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** @param classPath where the referee and its library lie */
    static Referee start(String classPath) throws IOException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var command =
                List.of(java, "--enable-native-access=ALL-UNNAMED", "-cp", classPath, "io.polyphony.referee.Referee");
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(AT_ITS_BEST);
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
