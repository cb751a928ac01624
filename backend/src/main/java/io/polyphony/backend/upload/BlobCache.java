package io.polyphony.backend.upload;

import io.polyphony.backend.common.PolyphonyHome;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Contents on this machine's disk by their SHA-256, under {@code <home>/cache}. Always a copy of what the store has (or is
 * about to have), so that any file may be deleted at any time. A file appears under its name complete or not at all.
 */
@ApplicationScoped
public class BlobCache {
    private static final Logger LOG = Logger.getLogger(BlobCache.class);
    private static final int BUFFER = 1 << 17;
    private final Path files;
    private final Path incoming;

    /** The limit in MiB; the files used least recently go first. */
    @ConfigProperty(name = "polyphony.cache.limit-mib", defaultValue = "20480")
    long limitMib;

    public BlobCache() {
        this(PolyphonyHome.current().resolve("cache"));
    }

    BlobCache(Path directory) {
        this.files = directory.resolve("sha256");
        this.incoming = directory.resolve("incoming");
        this.limitMib = Long.MAX_VALUE >> 20;
    }

    /**
     * A content that was received but has no name in the cache yet.
     *
     * @param file to be given to {@link #adopt} or deleted
     */
    record Received(Path file, Sha256 sha, long length) {}

    /** Fills a sink that writes to disk. */
    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream sink) throws IOException;
    }

    /** Receives a stream to its end; nothing remains when it breaks off. */
    Received receive(InputStream content) throws IOException {
        return receive(content::transferTo);
    }

    Received receive(Source source) throws IOException {
        var file = scratch();
        try (var out = new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), BUFFER), Sha256.digest())) {
            source.writeTo(out);
            out.flush();
            return new Received(file, Sha256.finish(out.getMessageDigest()), Files.size(file));
        } catch (IOException | RuntimeException brokenOff) {
            Files.deleteIfExists(file);
            throw brokenOff;
        }
    }

    /** The name of a file that is not there yet; if this process is killed, {@link #tidy()} deletes it. */
    Path scratch() throws IOException {
        Files.createDirectories(incoming);
        return incoming.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    }

    /** Gives a received content its name. */
    Path adopt(Received received) throws IOException {
        var target = path(received.sha());
        Files.createDirectories(target.getParent());
        return Files.move(received.file(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The cached file, which thereby counts as used now. */
    Optional<Path> find(Sha256 sha) {
        var file = path(sha);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException evictedMeanwhile) {
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        }
        return Optional.of(file);
    }

    /** Deletes what a killed process left half received, and the files used least recently beyond the limit. */
    void tidy() {
        try {
            if (Files.isDirectory(incoming)) {
                try (var left = Files.list(incoming)) {
                    left.filter(BlobCache::isAbandoned).forEach(BlobCache::delete);
                }
            }
            if (Files.isDirectory(files)) {
                CacheEviction.evict(files, limitMib << 20);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf("The cache (%s) could not be tidied: %s", files, e.getMessage());
        }
    }

    private Path path(Sha256 sha) {
        return files.resolve(sha.hex().substring(0, 2)).resolve(sha.hex());
    }

    private static boolean isAbandoned(Path file) {
        var owner = file.getFileName().toString().split("-", 2)[0];
        return !owner.matches("\\d{1,18}")
                || ProcessHandle.of(Long.parseLong(owner))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
