package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.TextEncoding;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file of an archive that is one text: a review, a report. */
public final class TextFile {
    private static final List<String> ENDINGS = List.of(".txt", ".text", ".md");
    private static final int LIMIT = 4 << 20;

    private TextFile() {}

    /** Whether the path ends as text files do. */
    public static boolean isNamed(String path) {
        var name = path.strip().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(ending -> name.endsWith(ending) && name.length() > ending.length());
    }

    /**
     * What is written there, without blanks around it.
     *
     * @return null where nothing is
     * @throws ImportRefused when it is no text, or longer than four million characters
     */
    public static @Nullable String read(FileSource file) throws IOException {
        if (file.length() == 0) {
            return null;
        }
        var text = CharBuffer.allocate((int) Math.min(LIMIT, file.length()) + 1);
        try (var reader = TextEncoding.reader(file, TextEncoding.detect(file))) {
            while (text.hasRemaining() && reader.read(text) >= 0) {
                continue;
            }
        }
        if (text.position() > LIMIT) {
            throw new ImportRefused(FieldProblem.in(
                    file.name(), null, null, "The text is longer than %d million characters.".formatted(LIMIT >> 20)));
        }
        var written = text.flip().toString().strip();
        return written.isEmpty() ? null : written;
    }
}
