package io.polyphony.backend.dataset.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of an upload that can be read more than once: one on disk or an entry of an archive. */
public interface FileSource {
    /** The name to show in problems. */
    String name();

    /** Bytes, as far as known before reading; used for progress only. */
    long length();

    InputStream open() throws IOException;

    /** Where it lies on disk, if it does so by itself. */
    default Optional<Path> path() {
        return Optional.empty();
    }

    /** A file on disk under the name that the user gave it. */
    static FileSource of(Path path, String name) {
        return new FileSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long length() {
                return path.toFile().length();
            }

            @Override
            public InputStream open() throws IOException {
                return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
            }

            @Override
            public Optional<Path> path() {
                return Optional.of(path);
            }
        };
    }
}
