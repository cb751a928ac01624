package io.polyphony.backend.dataset.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a kind of table is told and read.
 *
 * @param endings of file names, with their dots, in lower case
 * @param start what the text of such a file starts with; it tells the format where a name does not
 * @param doubtful whether such files often lie beside pictures as notes, so that the start must fit too
 */
record TableFormat(List<String> endings, Pattern start, boolean doubtful, Opener opener) {
    /** Comments above a table may be long. */
    private static final int HEAD = 1 << 15;

    /** Reads as much of a file as its columns need. */
    @FunctionalInterface
    interface Opener {
        /** @throws io.polyphony.backend.dataset.ImportRefused when it is no table */
        RowSource open(FileSource file) throws IOException;
    }

    boolean names(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(lower::endsWith);
    }

    boolean starts(FileSource file) throws IOException {
        try (var in = file.open()) {
            var head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return start.matcher(head).lookingAt();
        }
    }
}
