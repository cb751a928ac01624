package io.polyphony.backend.dataset.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Counts what really comes out of an entry against the archive's limits. */
final class CountedStream extends FilterInputStream {
    private final UploadArchive archive;
    private final ZipArchiveEntry entry;
    private long read;

    CountedStream(UploadArchive archive, ZipArchiveEntry entry) throws IOException {
        super(archive.raw(entry));
        this.archive = archive;
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        var b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var n = super.read(buffer, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int now) {
        read += now;
        archive.count(entry, read, now);
    }
}
