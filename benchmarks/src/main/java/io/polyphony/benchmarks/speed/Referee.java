package io.polyphony.benchmarks.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The same networks in libtorch, in a process of their own: the two libraries do not share one. */
final class Referee implements AutoCloseable {
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
        return new Referee(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
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
