package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the rows of an ARFF file: a line for each column.
 *
 * @param columns their names
 * @param absent what a row that leaves a column out says of it: 0, or the first of the column's words
 * @param lines of the file down to the one that says {@code @data}
 */
record ArffHeader(List<String> columns, List<String> absent, int lines) {
    private static final String NAME = "'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,{}]++)";
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?i)@attribute\\s+(?:" + NAME + ")\\s*+(.*)", Pattern.DOTALL);
    private static final Pattern FIRST_WORD = Pattern.compile("\\{\\s*(?:" + NAME + ").*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final int LONGEST_LINE = 1 << 20;

    /**
     * Reads on until the rows begin.
     *
     * @throws ImportRefused when they never do, or a line is none of a header
     */
    static ArffHeader read(String file, BufferedReader in) throws IOException {
        var columns = new ArrayList<String>();
        var absent = new ArrayList<String>();
        for (int number = 1; ; number++) {
            var line = line(file, in, number);
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("@data")) {
                return new ArffHeader(Header.names(file, columns, true), List.copyOf(absent), number);
            }
            var attribute = ATTRIBUTE.matcher(line);
            if (attribute.matches()) {
                var type = attribute.group(4);
                refuseRelations(file, number, type);
                columns.add(name(attribute.group(1), attribute.group(2), attribute.group(3)));
                absent.add(absent(type));
            } else if (!line.isEmpty() && !line.startsWith("%") && !lower.startsWith("@relation")) {
                throw refused(
                        file,
                        number,
                        "The line (%s) is none of an ARFF file's header.\nMaybe the line @data above the rows is missing."
                                .formatted(line.substring(0, Math.min(80, line.length()))));
            }
        }
    }

    private static String line(String file, BufferedReader in, int number) throws IOException {
        var line = in.readLine();
        if (line == null) {
            throw refused(file, number, "The file ends before a line that says @data.\nMaybe the export was cut off.");
        }
        if (line.length() > LONGEST_LINE) {
            throw refused(file, number, "The line is %d characters long.".formatted(line.length()));
        }
        return line.strip();
    }

    private static void refuseRelations(String file, int number, String type) {
        if (type.toLowerCase(Locale.ROOT).startsWith("relational")) {
            throw refused(
                    file,
                    number,
                    "The column holds tables of its own (relational), which cannot be read.\nMaybe save each row of them as a row of the file.");
        }
    }

    private static String absent(String type) {
        var word = FIRST_WORD.matcher(type);
        return word.matches() ? name(word.group(1), word.group(2), word.group(3)) : "0";
    }

    private static String name(@Nullable String single, @Nullable String twofold, @Nullable String bare) {
        return bare != null ? bare : unescaped(single != null ? single : twofold == null ? "" : twofold);
    }

    private static String unescaped(String quoted) {
        return ESCAPED.matcher(quoted).replaceAll("$1");
    }

    /** A cell of a row that names its columns, without the quotes around it. */
    static String unquoted(String cell) {
        boolean quoted = cell.length() > 1
                && (cell.startsWith("'") && cell.endsWith("'") || cell.startsWith("\"") && cell.endsWith("\""));
        return quoted ? unescaped(cell.substring(1, cell.length() - 1)) : cell;
    }

    static ImportRefused refused(String file, long line, String detail) {
        return new ImportRefused(FieldProblem.in(file, line, null, detail));
    }
}
