package io.polyphony.engine.data;

import org.jspecify.annotations.Nullable;

/**
 * Files of some places of a column.
 *
 * @param places of the files, by row
 */
@SuppressWarnings("ArrayRecordComponent")
record PickedFiles(FileReader files, int[] places) implements FileReader {

    @Override
    public byte @Nullable [] read(int row) {
        return files.read(places[row]);
    }

    @Override
    public @Nullable String content(int row) {
        return files.content(places[row]);
    }

    @Override
    public DecodedCache decoded() {
        return files.decoded();
    }

    @Override
    public String name(int row) {
        return files.name(places[row]);
    }
}
