package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.archive.ArchiveLimits;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.table.EmbeddedFormat;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.MediaArchive;
import io.polyphony.backend.upload.BlobStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * An upload whose tables hold files, as the archive that people would have packed; on disk until it is closed.
 *
 * @param zip where it lies
 */
record Repacked(Path zip, UploadArchive archive) implements Closeable {

    /**
     * Packs an upload.
     *
     * @param name of the upload, for problems
     * @param watcher told how many files came out, after each
     * @throws io.polyphony.backend.dataset.ImportRefused when it cannot be read
     */
    static Repacked of(
            String name, EmbeddedFormat format, List<FileSource> files, BlobStore blobs, LongConsumer watcher)
            throws IOException {
        var zip = blobs.scratch();
        try {
            try (var to = new MediaArchive(zip, blobs.scratch(), watcher)) {
                format.write(files, to);
            }
            return new Repacked(zip, UploadArchive.open(zip, name, ArchiveLimits.DEFAULT));
        } catch (IOException | RuntimeException brokenOff) {
            Files.deleteIfExists(zip);
            throw brokenOff;
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
        Files.deleteIfExists(zip);
    }
}
