package io.polyphony.backend.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The one directory that holds everything an installation owns: database, secrets, cache, uploads.
 *
 * @param directory absolute, exists
 */
public record PolyphonyHome(Path directory) {
    /** Names the home as a system property; the environment variable POLYPHONY_HOME does the same. */
    public static final String PROPERTY = "polyphony.home";

    /** The home that the system property or the environment names, else {@code ~/.polyphony}; created when absent. */
    public static PolyphonyHome current() {
        var property = System.getProperty(PROPERTY);
        var variable = System.getenv("POLYPHONY_HOME");
        if (property != null && !property.isBlank()) return at(Path.of(property));
        if (variable != null && !variable.isBlank()) return at(Path.of(variable));
        return at(Path.of(System.getProperty("user.home"), ".polyphony"));
    }

    /** The home at a path, created (only for its owner) when absent. */
    public static PolyphonyHome at(Path path) {
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path.toAbsolutePath().normalize(), onlyOwner("rwx------"));
            }
            return new PolyphonyHome(path.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The home (%s) cannot be created. Maybe its parent is not writable: set POLYPHONY_HOME."
                            .formatted(path),
                    e);
        }
    }

    /** A file or directory of the home; it may not exist yet. */
    public Path resolve(String name) {
        return directory.resolve(name);
    }

    /** Writes a secret that only the owner may read, replacing what was there in one step. */
    public Path writeSecret(String name, String secret) {
        var target = resolve(name);
        var fresh = resolve(name + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, onlyOwner("rw-------"));
            Files.writeString(fresh, secret, StandardOpenOption.WRITE);
            return Files.move(fresh, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret (%s) cannot be written.".formatted(target), e);
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (!posix) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
