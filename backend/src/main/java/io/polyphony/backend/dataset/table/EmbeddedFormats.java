package io.polyphony.backend.dataset.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** All kinds of uploads that hold pictures or sounds within tables. */
public final class EmbeddedFormats {
    private static final List<EmbeddedFormat> ALL = List.of(new ParquetFiles());

    private EmbeddedFormats() {}

    /** The kind that the files of an upload are of. */
    public static Optional<EmbeddedFormat> of(List<FileSource> files) throws IOException {
        for (var format : ALL) {
            if (format.fits(files)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
