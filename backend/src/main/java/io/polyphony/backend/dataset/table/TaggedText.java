package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of lines that has tags above its rows, {@code @frequency daily}, down to one that says {@code @data}. Lines of {@code #} or {@code %} are comments.
 *
 * @param tags what each says, by its name in lower case; the last where one comes twice
 * @param attributes what each {@code @attribute} says, in order
 * @param lines of the file down to {@code @data}
 */
record TaggedText(FileSource file, Charset charset, Map<String, String> tags, List<String> attributes, int lines) {
    private static final String DATA = "@data";
    private static final String ATTRIBUTE = "attribute";
    /** Files of one row each have no lines behind it. */
    private static final int BUFFER = 1 << 15;

    /**
     * Reads the tags.
     *
     * @throws ImportRefused when no line says that rows begin
     */
    static TaggedText open(FileSource file) throws IOException {
        var charset = TextEncoding.detectAny(file);
        var tags = new LinkedHashMap<String, String>();
        var attributes = new ArrayList<String>();
        try (var in = new BufferedReader(new RecordLimitReader(TextEncoding.reader(file, charset)), BUFFER)) {
            int number = 1;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var words = line.strip().split("\\s+", 2);
                var tag = words[0].toLowerCase(Locale.ROOT);
                if (tag.equals(DATA)) {
                    return new TaggedText(file, charset, tags, List.copyOf(attributes), number);
                }
                if (tag.startsWith("@")) {
                    put(tag.substring(1), words.length > 1 ? words[1] : "", tags, attributes);
                } else if (!isRemark(tag)) {
                    break;
                }
                number++;
            }
            throw refused(
                    file,
                    number,
                    "Above the rows there is no line that says @data.\nMaybe the file is of another kind than its name says.");
        } catch (RecordLimitReader.RecordTooLong endless) {
            throw refused(file, 1, "The file cannot be read: %s.".formatted(endless.getMessage()));
        }
    }

    private static void put(String tag, String value, Map<String, String> tags, List<String> attributes) {
        if (tag.equals(ATTRIBUTE)) {
            attributes.add(value);
        } else {
            tags.put(tag, value);
        }
    }

    private static boolean isRemark(String line) {
        return line.isEmpty() || line.startsWith("#") || line.startsWith("%");
    }

    /** What a tag says; empty where it is not there. */
    Optional<String> tag(String name) {
        return Optional.ofNullable(tags.get(name));
    }

    /** Takes a line below the tags. */
    @FunctionalInterface
    interface LineSink {
        void line(long number, String line);
    }

    /**
     * Walks the lines below the tags that say something.
     *
     * @throws ImportRefused when there are none, or one never ends
     */
    void forEach(LineSink sink) throws IOException {
        long number = 0;
        long rows = 0;
        var limited = new RecordLimitReader(TextEncoding.reader(file, charset));
        try (var in = new BufferedReader(limited, BUFFER)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                limited.nextRecord();
                number++;
                var text = line.strip();
                if (number > lines && !isRemark(text)) {
                    rows++;
                    sink.line(number, text);
                }
            }
        } catch (RecordLimitReader.RecordTooLong endless) {
            throw refused(file, number + 1, "The row cannot be read: %s.".formatted(endless.getMessage()));
        }
        if (rows == 0) {
            throw refused(file, lines, "There are no rows below @data.\nMaybe the file was cut off on its way.");
        }
    }

    static ImportRefused refused(FileSource file, long line, String detail) {
        return new ImportRefused(FieldProblem.in(file.name(), line, null, detail));
    }
}
