package io.polyphony.backend.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end. */
record Command(List<String> words) {
    private static final int LIMIT_SECONDS = 120;

    /** What a program answered; {@code output} holds both its streams. */
    record Result(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    static Command of(List<String> prefix, String... words) {
        return new Command(java.util.stream.Stream.concat(prefix.stream(), java.util.Arrays.stream(words))
                .toList());
    }

    Result run() {
        try {
            // Output to a file: a server that a program leaves behind would keep a pipe open for ever.
            var output = Files.createTempFile("polyphony", ".out");
            try {
                return new Result(exit(output), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The program (%s) cannot be run.".formatted(words.getFirst()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + words.getFirst(), e);
        }
    }

    /** Like {@link #run}, but failure is an error with the program's own words. */
    void runOrFail(String purpose) {
        var result = run();
        if (result.succeeded()) return;
        throw new IllegalStateException("%s failed (exit %d): %s%n%s"
                .formatted(purpose, result.exit(), String.join(" ", words), result.output()));
    }

    boolean works() {
        try {
            return run().succeeded();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private int exit(Path output) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.directory(Path.of("/").toAbsolutePath().toFile());
        var process = builder.start();
        process.getOutputStream().close();
        if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) return process.exitValue();
        process.destroyForcibly();
        throw new IllegalStateException(
                "The program (%s) did not end within %d s.".formatted(words.getFirst(), LIMIT_SECONDS));
    }
}
