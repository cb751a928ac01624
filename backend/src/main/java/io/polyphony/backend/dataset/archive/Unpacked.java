package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.dataset.ImportRefused;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * An upload as it is read: what was packed by gzip and the like comes out, and a tape archive becomes a ZIP.
 *
 * @param file where it lies
 * @param name without the ending that said how it was packed
 * @param scratch what to delete when it is closed, if anything
 */
public record Unpacked(Path file, String name, Optional<Path> scratch) implements Closeable {
    private static final int BUFFER = 1 << 16;

    /** Where a file may be written. */
    @FunctionalInterface
    public interface Scratch {
        Path place() throws IOException;
    }

    /**
     * Unpacks an upload, if there is something to unpack.
     *
     * @param watcher told how many files came out, after each
     * @throws ImportRefused when it is damaged, or unpacks to far more than it was
     */
    public static Unpacked of(Path file, String name, ArchiveLimits limits, Scratch scratch, LongConsumer watcher)
            throws IOException {
        var allowance = new Allowance(name, Files.size(file), limits);
        try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            var packed = Packing.unpacked(in);
            try (var content = new BufferedInputStream(packed.orElse(in), BUFFER)) {
                if (Packing.isTar(content)) {
                    return written(Packing.stem(name), scratch, place -> {
                        try (var to = new RepackedZip(place, allowance, limits, watcher)) {
                            to.addTar(content);
                        }
                    });
                }
                return packed.isEmpty()
                        ? new Unpacked(file, name, Optional.empty())
                        : written(Packing.bare(name), scratch, place -> {
                            try (var out = Files.newOutputStream(place)) {
                                allowance.copy(content, out);
                            }
                        });
            }
        }
    }

    /** A ZIP whose tables are packed once more, as one in which they are not. */
    public static Unpacked of(UploadArchive archive, ArchiveLimits limits, Scratch scratch, LongConsumer watcher)
            throws IOException {
        var allowance = new Allowance(archive.name(), archive.packedSize(), limits);
        return written(archive.name(), scratch, place -> {
            try (var to = new RepackedZip(place, allowance, limits, watcher)) {
                to.addAll(archive);
            }
        });
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface Writer {
        void write(Path place) throws IOException;
    }

    private static Unpacked written(String name, Scratch scratch, Writer writer) throws IOException {
        var place = scratch.place();
        try {
            writer.write(place);
            return new Unpacked(place, name, Optional.of(place));
        } catch (IOException | RuntimeException brokenOff) {
            Files.deleteIfExists(place);
            throw brokenOff;
        }
    }

    @Override
    public void close() throws IOException {
        if (scratch.isPresent()) {
            Files.deleteIfExists(scratch.get());
        }
    }
}
