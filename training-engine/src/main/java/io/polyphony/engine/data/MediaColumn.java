package io.polyphony.engine.data;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A column of files, with its name at hand for whoever must say which file is broken. */
record MediaColumn(String name, FileReader reader) {

    /** Most train files that are read for a mean or a typical length: more would not change it. */
    private static final int SAMPLE = 1_000;

    /** Smaller files are decoded sooner than what was kept of them is read. */
    private static final int WORTHWHILE = 4096;

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
        return bytes == null ? null : decoded(bytes, row, decoder);
    }

    /**
     * Decodes the files of these rows, several at a time, and keeps what becomes of them for the next time.
     *
     * @param how what the decoder does, with all its settings: the name under which it is kept
     * @param sink is told the place among the rows; null where the row has no file
     */
    void each(int[] rows, String how, Decoder<Decoded> decoder, Decoding.Sink<Decoded> sink) {
        Decoding.each(rows, row -> opened(row, how, decoder), sink);
    }

    private @Nullable Supplier<Decoded> opened(int row, String how, Decoder<Decoded> decoder) {
        var cache = reader.decoded();
        var known = reader.content(row);
        var kept = known == null ? Optional.<Decoded>empty() : cache.find(DecodedCache.key(known, how));
        if (kept.isPresent()) {
            return kept::get;
        }
        var bytes = reader.read(row);
        return bytes == null ? null : () -> decoded(bytes, row, known, how, decoder);
    }

    private Decoded decoded(byte[] bytes, int row, @Nullable String known, String how, Decoder<Decoded> decoder) {
        if (reader.decoded() == DecodedCache.NONE || bytes.length < WORTHWHILE) {
            return decoded(bytes, row, decoder);
        }
        var key = DecodedCache.key(known == null ? DecodedCache.content(bytes) : known, how);
        return (known == null ? reader.decoded().find(key) : Optional.<Decoded>empty()).orElseGet(() -> {
            var fresh = decoded(bytes, row, decoder);
            reader.decoded().keep(key, fresh);
            return fresh;
        });
    }

    private <T> T decoded(byte[] bytes, int row, Decoder<T> decoder) {
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
