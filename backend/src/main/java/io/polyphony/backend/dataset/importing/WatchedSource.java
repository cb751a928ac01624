package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.table.FileSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Knows how much of a file was read since it was last opened. */
final class WatchedSource implements FileSource {
    private final FileSource file;
    private volatile long read;

    WatchedSource(FileSource file) {
        this.file = file;
    }

    /** 0..1 of the present pass. */
    double share() {
        return Math.min(1, (double) read / Math.max(1, file.length()));
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public Optional<Path> path() {
        return file.path();
    }

    @Override
    public InputStream open() throws IOException {
        read = 0;
        return new FilterInputStream(file.open()) {
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
        };
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads the file; others only look
    private void count(int bytes) {
        read += bytes;
    }
}
