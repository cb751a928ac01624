package io.polyphony.backend.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL refuses to run as root; this says as whom it runs instead. */
sealed interface OwnUser {

    /** Words before every command. */
    List<String> prefix();

    /** Gives a directory to that user. */
    default void own(Path directory) {}

    /** Not root: nothing to do. */
    record Plain() implements OwnUser {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    /** Root, seen as nobody inside of a user namespace of its own; files stay root's. */
    record Namespace() implements OwnUser {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }
    }

    /** Root where namespaces are forbidden (many containers): really nobody, in directories given to nobody. */
    record Nobody() implements OwnUser {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        }

        @Override
        public void own(Path directory) {
            Command.of(List.of(), "chown", "-R", "65534:65534", directory.toString())
                    .runOrFail("Giving the database's directory to nobody");
        }
    }

    /** Probes once what this machine allows. */
    static OwnUser choose(Platform platform) {
        if (platform.windows() || new UnixSystem().getUid() != 0) return new Plain();
        if (Command.of(new Namespace().prefix(), "true").works()) return new Namespace();
        if (Command.of(new Nobody().prefix(), "true").works()) return new Nobody();
        throw new IllegalStateException("PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works"
                + " here. Maybe start Polyphony as another user, or set QUARKUS_DATASOURCE_JDBC_URL.");
    }

    /** Lets every user enter and read a directory that holds programs only. */
    static void readableByAll(Path directory) {
        var file = directory.toFile();
        boolean changed = file.setReadable(true, false) && file.setExecutable(true, false);
        if (!changed) throw new UncheckedIOException(new IOException("Cannot open " + directory + " for reading"));
    }

    /** Whether that user may enter a directory and all above it. */
    default boolean enters(Path directory) {
        return !Files.exists(directory)
                || Command.of(prefix(), "test", "-x", directory.toString()).works();
    }
}
