package io.polyphony.backend.postgres;

import io.polyphony.backend.common.PolyphonyHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** One process owns a home; the operating system frees the lock when that process dies, however it dies. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(PolyphonyHome home) {
        try {
            var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new IllegalStateException(refusal(home));
            }
            // Apart from the lock: closing any handle of a locked file would free it.
            Files.writeString(
                    home.resolve("owner"), Long.toString(ProcessHandle.current().pid()));
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The home (%s) cannot be locked.".formatted(home.directory()), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String refusal(PolyphonyHome home) throws IOException {
        var owner = home.resolve("owner");
        var process = Files.exists(owner) ? Files.readString(owner).strip() : "unknown";
        return ("The home (%s) is in use by another process (%s). Maybe Polyphony is already running: stop it, or set"
                        + " POLYPHONY_HOME to another directory.")
                .formatted(home.directory(), process);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of the home cannot be freed.", e);
        }
    }
}
