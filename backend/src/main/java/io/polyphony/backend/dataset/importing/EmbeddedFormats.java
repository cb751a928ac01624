package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.array.HdfFormat;
import io.polyphony.backend.dataset.array.IdxFormat;
import io.polyphony.backend.dataset.array.NumpyFormat;
import io.polyphony.backend.dataset.table.EmbeddedFormat;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.ParquetFiles;
import io.polyphony.backend.dataset.wide.WidePictures;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** All kinds of uploads that hold pictures or sounds within tables. */
final class EmbeddedFormats {
    private static final List<EmbeddedFormat> ALL =
            List.of(new ParquetFiles(), new NumpyFormat(), new IdxFormat(), new HdfFormat(), new WidePictures());

    private EmbeddedFormats() {}

    /** The kind that the files of an upload are of. */
    static Optional<EmbeddedFormat> of(List<FileSource> files) throws IOException {
        for (var format : ALL) {
            if (format.fits(files)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
