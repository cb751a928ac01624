package io.polyphony.engine.data;

import org.jspecify.annotations.Nullable;

/** A column of files, with its name at hand for whoever must say which file is broken. */
record MediaColumn(String name, FileReader reader) {

    /** Most train files that are read for a mean or a typical length: more would not change it. */
    private static final int SAMPLE = 1_000;

    /** Decodes the bytes of a file. */
    @FunctionalInterface
    interface Decoder<T> {
        T decode(byte[] bytes) throws MalformedMedia;
    }

    /** Why a file cannot be decoded, said before anyone knows which file it is. */
    static final class MalformedMedia extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedMedia(String reason) {
            super(reason);
        }

        MalformedMedia(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    static MediaColumn of(Table table, InputSpec input) {
        if (input.columns().size() != 1) {
            throw new IllegalArgumentException(
                    "The input (%s) reads the columns %s, but a media input reads exactly one."
                            .formatted(input.name(), input.columns()));
        }
        return of(table, input.columns().getFirst());
    }

    static MediaColumn of(Table table, String name) {
        return switch (table.column(name)) {
            case Column.Files files -> new MediaColumn(name, files.reader());
            case Column.Numbers _, Column.Texts _, Column.Windows _, Column.Dates _ ->
                throw new IllegalArgumentException(
                        "The column (%s) holds no files.%nMaybe the paths were not resolved.".formatted(name));
        };
    }

    <T> @Nullable T decode(int row, Decoder<T> decoder) {
        var bytes = reader.read(row);
        if (bytes == null) {
            return null;
        }
        try {
            return decoder.decode(bytes);
        } catch (MalformedMedia e) {
            throw new CorruptFile(name, reader.name(row), String.valueOf(e.getMessage()), e);
        }
    }

    /** Up to a thousand of these rows, evenly taken. */
    static int[] sample(int[] rows) {
        var count = Math.min(rows.length, SAMPLE);
        var sample = new int[count];
        for (var i = 0; i < count; i++) {
            sample[i] = rows[(int) ((long) i * rows.length / count)];
        }
        return sample;
    }
}
