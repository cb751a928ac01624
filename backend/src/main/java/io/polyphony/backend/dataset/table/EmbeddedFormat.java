package io.polyphony.backend.dataset.table;

import java.io.IOException;
import java.util.List;

/** A kind of upload whose tables hold pictures or sounds themselves instead of naming them. */
public interface EmbeddedFormat {
    /** Whether the files of an upload are of this kind. */
    boolean fits(List<FileSource> files) throws IOException;

    /**
     * Writes them as people pack them by hand: files, beside tables that name them.
     *
     * @throws io.polyphony.backend.dataset.ImportRefused when they cannot be read
     */
    void write(List<FileSource> files, MediaArchive to) throws IOException;
}
