package io.polyphony.backend.dataset.table;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line {@code sep=;} by which Excel says how a file is delimited; it is no row. */
final class SeparatorLine {
    private static final Pattern LINE =
            Pattern.compile("\"?sep=([^\\p{Alnum}\"\r\n])\"?(\r\n|\n|\r)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 9;

    private SeparatorLine() {}

    /** The delimiter that the start of a text tells, if it does. */
    static Optional<Character> of(String text) {
        return match(text).map(line -> line.group(1).charAt(0));
    }

    /** The start of a text without that line. */
    static String without(String text) {
        return match(text).map(line -> text.substring(line.end())).orElse(text);
    }

    /** The text without that line. */
    static Reader without(Reader text) throws IOException {
        var start = new char[LONGEST];
        var length = 0;
        for (var n = 0; n >= 0 && length < LONGEST; length += Math.max(n, 0)) {
            n = text.read(start, length, LONGEST - length);
        }
        var reader = new PushbackReader(text, LONGEST);
        reader.unread(without(new String(start, 0, length)).toCharArray());
        return reader;
    }

    private static Optional<Matcher> match(String text) {
        var line = LINE.matcher(text);
        return line.lookingAt() ? Optional.of(line) : Optional.empty();
    }
}
