package io.polyphony.benchmarks.search;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SpaceJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Optuna's TPE in processes of its own, where some python3 has it; {@code POLYPHONY_PYTHON} names another Python.
 *
 * @param idle those that search nothing at the moment
 */
record Optuna(String kind, BlockingQueue<Talk> idle) implements Contender {

    private static final String SCRIPT = "optuna_referee.py";

    /** A search keeps a core busy. */
    private static final int PROCESSES = 2;

    /** Debian's package is the system's Python's, which need not be the first on the path. */
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    /** Starts it, unless it is not there. */
    static Optional<Contender> of(String kind) {
        return Optional.ofNullable(System.getenv("POLYPHONY_PYTHON")).map(List::of).orElse(PYTHONS).stream()
                .flatMap(python -> of(python, kind).stream())
                .findFirst();
    }

    private static Optional<Contender> of(String python, String kind) {
        var idle = new LinkedBlockingQueue<Talk>();
        for (int i = 0; i < PROCESSES; i++) {
            Talk.with(python).ifPresent(idle::add);
        }
        return idle.size() < PROCESSES ? Optional.empty() : Optional.of(new Optuna(kind, idle));
    }

    @Override
    public String name() {
        return "optuna " + kind;
    }

    @Override
    public int atOnce() {
        return PROCESSES;
    }

    @Override
    public Search search(SearchTask task, long seed) {
        Talk talk = Optional.ofNullable(idle.poll())
                .orElseThrow(() -> new IllegalStateException(
                        "Optuna has %d processes, and all of them search.".formatted(PROCESSES)));
        talk.send(
                "{\"start\": %s, \"kind\": \"%s\", \"seed\": %d}".formatted(SpaceJson.write(task.space()), kind, seed));
        return new Search() {
            @Override
            public Assignment ask() {
                return SpaceJson.readAssignment(task.space(), talk.receive());
            }

            @Override
            public void tell(double value) {
                talk.send("{\"tell\": %s}".formatted(String.format(Locale.ROOT, "%.17g", value)));
            }

            /** The answer to the last tell is of no use. */
            @Override
            public void close() {
                talk.receive();
                idle.add(talk);
            }
        };
    }

    /** One process. */
    record Talk(BufferedWriter to, BufferedReader from) {

        static Optional<Talk> with(String python) {
            try {
                Path script = Files.createTempFile("referee", ".py");
                script.toFile().deleteOnExit();
                try (InputStream source = Optional.ofNullable(Optuna.class.getResourceAsStream(SCRIPT))
                        .orElseThrow(
                                () -> new IllegalStateException("The resource (%s) is missing.".formatted(SCRIPT)))) {
                    Files.write(script, source.readAllBytes());
                }
                Process process = new ProcessBuilder(python, script.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                var talk = new Talk(process.outputWriter(), process.inputReader());
                return talk.from.readLine() == null ? Optional.empty() : Optional.of(talk);
            } catch (IOException absent) {
                return Optional.empty();
            }
        }

        void send(String line) {
            try {
                to.write(line + "\n");
                to.flush();
            } catch (IOException gone) {
                throw new UncheckedIOException("Optuna went away.", gone);
            }
        }

        String receive() {
            try {
                return Optional.ofNullable(from.readLine())
                        .orElseThrow(() -> new IllegalStateException("Optuna ended in the middle of a search."));
            } catch (IOException gone) {
                throw new UncheckedIOException("Optuna went away.", gone);
            }
        }
    }
}
