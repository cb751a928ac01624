package io.polyphony.backend.trial;

import io.polyphony.backend.common.PolyphonyHome;
import io.polyphony.backend.upload.CacheEviction;
import io.polyphony.engine.data.Decoded;
import io.polyphony.engine.data.DecodedCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What was decoded of files, on this machine's disk, under {@code <home>/cache/features}. Any file may be deleted at any time: it
 * is decoded anew. A file appears under its name complete or not at all, and one that is damaged counts as missing.
 */
@ApplicationScoped
public class DecodedFiles implements DecodedCache {
    private static final Logger LOG = Logger.getLogger(DecodedFiles.class);
    private static final int MARK = 0x504C5931;
    private static final int MOST_AXES = 8;

    private final Path files;
    /** Bytes added since the files were last tidied; so many at first that the first one is followed by that. */
    private final AtomicLong grown = new AtomicLong(Long.MAX_VALUE >> 1);

    /** The limit in MiB; the files used least recently go first. */
    @ConfigProperty(name = "polyphony.features.limit-mib", defaultValue = "4096")
    long limitMib;

    public DecodedFiles() {
        this(PolyphonyHome.current().resolve("cache").resolve("features"), Long.MAX_VALUE >> 20);
    }

    DecodedFiles(Path directory, long limitMib) {
        this.files = directory;
        this.limitMib = limitMib;
    }

    @Override
    public Optional<Decoded> find(String key) {
        var file = path(key);
        try {
            var decoded = read(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
            if (decoded.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
            return decoded;
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.debugf("What was decoded (%s) cannot be read: %s", file, unreadable.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void keep(String key, Decoded decoded) {
        var bytes = written(decoded);
        try {
            var target = path(key);
            Files.createDirectories(target.getParent());
            var fresh = target.resolveSibling(key + "." + UUID.randomUUID());
            try {
                Files.write(fresh, bytes);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debugf("What was decoded (%s) cannot be kept: %s", key, e.getMessage());
        }
        // A tenth beyond the limit at most, without looking at all files whenever one is added.
        if (grown.addAndGet(bytes.length) > (limitMib << 20) / 10) {
            grown.set(0);
            tidy();
        }
    }

    /** Deletes the files used least recently beyond the limit. */
    private void tidy() {
        try {
            if (Files.isDirectory(files)) {
                CacheEviction.evict(files, limitMib << 20);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf("The decoded files (%s) could not be tidied: %s", files, e.getMessage());
        }
    }

    private static byte[] written(Decoded decoded) {
        int[] shape = decoded.shape();
        var bytes = ByteBuffer.allocate(4 * (2 + shape.length + decoded.values().length) + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MARK)
                .putInt(shape.length);
        for (int extent : shape) {
            bytes.putInt(extent);
        }
        for (float value : decoded.values()) {
            bytes.putFloat(value);
        }
        return bytes.putLong(sum(bytes.array(), bytes.position())).array();
    }

    /** Empty when it is not what was written. */
    private static Optional<Decoded> read(ByteBuffer bytes) {
        int end = bytes.capacity() - 8;
        if (end < 8 || bytes.getLong(end) != sum(bytes.array(), end) || bytes.getInt() != MARK) {
            return Optional.empty();
        }
        try {
            var shape = new int[Math.clamp(bytes.getInt(), 0, MOST_AXES)];
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = bytes.getInt();
            }
            var values = new float[(end - bytes.position()) / 4];
            bytes.asFloatBuffer().get(values);
            return Optional.of(new Decoded(shape, values));
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException otherwiseWritten) {
            return Optional.empty();
        }
    }

    private static long sum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    private Path path(String key) {
        return files.resolve(key.substring(0, 2)).resolve(key);
    }
}
