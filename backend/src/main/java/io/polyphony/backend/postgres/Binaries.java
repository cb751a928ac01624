package io.polyphony.backend.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked programs of PostgreSQL.
 *
 * @param directory holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path directory, Platform platform) {
    /** What the archive on the class path holds. A data directory is tied to the major version: never change that one alone. */
    static final String VERSION = "18.6";

    /** Unpacks the archive below a directory, unless an earlier start did. */
    static Binaries unpackedBelow(Path parent) {
        var platform = Platform.current();
        var directory = parent.resolve("postgres-" + VERSION);
        if (!Files.isDirectory(directory)) unpack(platform, directory);
        return new Binaries(directory, platform);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(platform.executable(name)).toString();
    }

    private static void unpack(Platform platform, Path directory) {
        try (var archive = open(platform)) {
            Files.createDirectories(directory.getParent());
            // Aside first: a start that dies half-way must leave nothing that looks complete.
            var aside = Files.createTempDirectory(directory.getParent(), "unpacking");
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(entry, tar, aside);
                }
            }
            OwnUser.readableByAll(aside);
            Files.move(aside, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL cannot be unpacked to %s. Maybe the disk is full or not writable.".formatted(directory),
                    e);
        }
    }

    private static InputStream open(Platform platform) {
        var archive = Binaries.class.getResourceAsStream("/" + platform.archive());
        if (archive == null) {
            throw new IllegalStateException(
                    ("No PostgreSQL for this machine (%s) is on the class path. Maybe Polyphony was built on another"
                                    + " platform: build it here, or set QUARKUS_DATASOURCE_JDBC_URL to a server of yours.")
                            .formatted(platform.archive()));
        }
        return archive;
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) throw new IOException("The archive leaves its directory: " + entry.getName());
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isDirectory()) return;
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) target.toFile().setExecutable(true, false);
    }

    /** Removes a directory tree. */
    static void delete(Path root) {
        if (!Files.exists(root)) return;
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory (%s) cannot be removed.".formatted(root), e);
        }
    }
}
