package io.polyphony.backend.dataset.table;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** An archive of tables in JSON Lines, and of the files that they name, as it is written. Nothing in it is packed more densely. */
public final class MediaArchive implements Closeable {
    private static final int BUFFER = 1 << 16;
    private final ZipArchiveOutputStream zip;
    private final Path rows;
    private final LongConsumer watcher;
    private long files;

    /**
     * Begins an archive.
     *
     * @param zip where to
     * @param rows where those of the present table wait, as files come between them
     * @param watcher told how many files there are, after each
     */
    public MediaArchive(Path zip, Path rows, LongConsumer watcher) throws IOException {
        this.zip = new ZipArchiveOutputStream(zip);
        this.zip.setMethod(ZipEntry.STORED);
        this.rows = rows;
        this.watcher = watcher;
    }

    /** Writes the rows of a table. */
    @FunctionalInterface
    public interface Rows {
        void write(OutputStream lines) throws IOException;
    }

    /**
     * Adds a table; meanwhile files may be added.
     *
     * @param name without an ending
     */
    public void table(String name, Rows table) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(rows), BUFFER)) {
            table.write(out);
        }
        entry(name + ".jsonl", out -> Files.copy(rows, out));
    }

    /** Adds a picture or a sound. */
    public void file(String path, byte[] content) throws IOException {
        entry(path, out -> out.write(content));
        watcher.accept(++files);
    }

    private void entry(String path, Rows content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(path));
        content.write(zip);
        zip.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(rows);
    }
}
