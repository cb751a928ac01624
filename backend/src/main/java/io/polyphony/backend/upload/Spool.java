package io.polyphony.backend.upload;

import io.polyphony.backend.common.PolyphonyHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where Quarkus keeps the files of a multipart request while it runs: {@code <home>/uploads/<pid>}, a directory per process, so
 * that a process can tell what others left behind when they were killed.
 */
public final class Spool {
    private static final String PROPERTY = "quarkus.http.body.uploads-directory";

    private Spool() {}

    /** Removes what dead processes left and names this process' directory to Quarkus, unless one is given. Call before Quarkus starts. */
    public static void prepare(PolyphonyHome home) {
        if (System.getProperty(PROPERTY) == null && System.getenv("QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY") == null) {
            long self = ProcessHandle.current().pid();
            var spool = home.resolve("uploads");
            clear(spool, self);
            System.setProperty(PROPERTY, spool.resolve(String.valueOf(self)).toString());
        }
    }

    /** @param self this process, which has received nothing yet: what bears its number is of a dead one */
    static void clear(Path spool, long self) {
        if (!Files.isDirectory(spool)) {
            return;
        }
        try (var entries = Files.list(spool)) {
            entries.filter(entry -> isLeft(entry, self)).forEach(Spool::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("The uploads in flight (%s) cannot be read.".formatted(spool), e);
        }
    }

    private static boolean isLeft(Path entry, long self) {
        var owner = entry.getFileName().toString();
        return !owner.matches("\\d{1,18}")
                || Long.parseLong(owner) == self
                || ProcessHandle.of(Long.parseLong(owner))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static void delete(Path entry) {
        try (var tree = Files.walk(entry)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "What a killed upload left (%s) cannot be removed. Maybe delete it by hand.".formatted(entry), e);
        }
    }
}
