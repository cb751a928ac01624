package io.polyphony.backend.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A home whose processes a test starts, kills and, at last, cleans away. */
final class CrashedHome implements AutoCloseable {
    private final Path path;
    private final PostgresChild.Launch launch;
    private final List<PostgresChild> children = new ArrayList<>();

    CrashedHome(Path path, PostgresChild.Launch launch) {
        this.path = path;
        this.launch = launch;
    }

    /** Starts a process that must become ready. */
    PostgresChild start() {
        var child = tryStart();
        if (!child.ready()) throw new AssertionError("The child did not start: " + child.said());
        return child;
    }

    PostgresChild tryStart() {
        var child = PostgresChild.on(path, launch);
        children.add(child);
        return child;
    }

    Path data() {
        return path.resolve("database").resolve("data");
    }

    long serverPid() {
        return Postmaster.of(data())
                .orElseThrow(() -> new AssertionError("No server lives"))
                .pid();
    }

    boolean serverLives() {
        return Postmaster.of(data()).isPresent();
    }

    void killServer() {
        killAndWait(ProcessHandle.of(serverPid()).orElseThrow());
    }

    static void killAndWait(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        children.forEach(PostgresChild::close);
        if (serverLives()) killServer();
    }
}
