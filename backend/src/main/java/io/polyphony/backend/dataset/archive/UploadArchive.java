package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.table.FileSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An opened ZIP upload: every entry was judged before the first byte is unpacked, and unpacking is counted. */
public final class UploadArchive implements AutoCloseable {
    private final ZipFile zip;
    private final String name;
    private final ArchiveLimits limits;
    private final Map<String, ZipArchiveEntry> files;
    private long unpacked;

    private UploadArchive(ZipFile zip, String name, ArchiveLimits limits, Map<String, ZipArchiveEntry> files) {
        this.zip = zip;
        this.name = name;
        this.limits = limits;
        this.files = files;
    }

    /**
     * Opens and judges an archive.
     *
     * @param name the upload's name, for problems
     * @throws ImportRefused naming every entry that may not be there
     */
    public static UploadArchive open(Path file, String name, ArchiveLimits limits) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(file).get();
        } catch (IOException | IllegalArgumentException broken) {
            throw new ImportRefused(FieldProblem.in(
                    name,
                    null,
                    null,
                    "The ZIP archive cannot be opened (%s).\nMaybe the upload was cut off."
                            .formatted(broken.getMessage())));
        }
        try {
            return new UploadArchive(zip, name, limits, new EntryAudit(zip, name, limits).files());
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    /** The upload's name, for problems. */
    public String name() {
        return name;
    }

    /** Whether tables of it are packed once more, by gzip and the like. */
    public boolean holdsPackedTables() {
        return files.keySet().stream().anyMatch(Packing::isTable);
    }

    /** Bytes of all files as they are packed. */
    long packedSize() {
        return files.values().stream()
                .mapToLong(ZipArchiveEntry::getCompressedSize)
                .sum();
    }

    /** Paths of all files, in the archive's order, without folders and operating systems' clutter. */
    public Collection<String> paths() {
        return Collections.unmodifiableSet(files.keySet());
    }

    public boolean contains(String path) {
        return files.containsKey(path);
    }

    /** A file of the archive to be read as a table. */
    public FileSource source(String path) {
        var entry = entry(path);
        return new FileSource() {
            @Override
            public String name() {
                return path;
            }

            @Override
            public long length() {
                return Math.max(0, entry.getSize());
            }

            @Override
            public InputStream open() throws IOException {
                return new BufferedInputStream(new CountedStream(UploadArchive.this, entry), 1 << 16);
            }
        };
    }

    /**
     * A whole image or sound file.
     *
     * @throws IOException when it is damaged or larger than a media file may be
     */
    public byte[] bytes(String path) throws IOException {
        var entry = entry(path);
        try (var in = new CountedStream(this, entry)) {
            var bytes = in.readNBytes((int) Math.min(limits.media() + 1, Integer.MAX_VALUE - 16));
            if (bytes.length > limits.media()) {
                throw new IOException("the file is larger than %d MiB".formatted(limits.media() >> 20));
            }
            return bytes;
        }
    }

    InputStream raw(ZipArchiveEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    /** Bytes came out of an entry; a bomb ends here, whatever its headers claim. */
    void count(ZipArchiveEntry entry, long ofEntry, long now) {
        unpacked += now;
        var packed = Math.max(1, entry.getCompressedSize());
        if (ofEntry > limits.ratioFrom() && ofEntry / packed > limits.ratio()) {
            throw bomb(entry.getName(), "it unpacks to more than %d times its size".formatted(limits.ratio()));
        }
        // A table is walked more than once, so that honest bytes may pass several times.
        if (unpacked > 4 * limits.total()) {
            throw bomb(entry.getName(), "the archive unpacks to more than %d MiB".formatted(limits.total() >> 20));
        }
    }

    private ImportRefused bomb(String entry, String why) {
        return new ImportRefused(FieldProblem.in(
                entry,
                null,
                null,
                "The archive is refused as a ZIP bomb: " + why + ".\nMaybe upload the files less densely packed."));
    }

    private ZipArchiveEntry entry(String path) {
        return Optional.ofNullable(files.get(path))
                .orElseThrow(
                        () -> new IllegalArgumentException("The archive (%s) has no file (%s).".formatted(name, path)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
