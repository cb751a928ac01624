package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the rows of an ARFF file: a line for each column.
 *
 * @param columns their names
 * @param relations of columns that hold tables of their own, by place
 * @param absent what a row that leaves a column out says of it: 0, or the first of the column's words
 * @param lines of the file down to the one that says {@code @data}
 */
record ArffHeader(List<String> columns, Map<Integer, ArffRelation> relations, List<String> absent, int lines) {
    private static final String NAME = "'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,{}]++)";
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?i)@attribute\\s+(?:" + NAME + ")\\s*+(.*)", Pattern.DOTALL);
    private static final Pattern FIRST_WORD = Pattern.compile("\\{\\s*(?:" + NAME + ").*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Pattern NUMERIC = Pattern.compile("(?i)numeric|real|integer");
    private static final int LONGEST_LINE = 1 << 20;

    /**
     * Reads on until the rows begin.
     *
     * @throws ImportRefused when they never do, or a line is none of a header
     */
    static ArffHeader read(String file, BufferedReader in) throws IOException {
        var columns = new ArrayList<String>();
        var absent = new ArrayList<String>();
        var relations = new HashMap<Integer, ArffRelation>();
        var reader = new Lines(file, in);
        while (true) {
            var line = reader.next();
            if (startsWith(line, "@data")) {
                return new ArffHeader(
                        Header.names(file, columns, true), Map.copyOf(relations), List.copyOf(absent), reader.number);
            }
            var attribute = ATTRIBUTE.matcher(line);
            if (attribute.matches()) {
                var type = attribute.group(4);
                if (isRelational(type)) {
                    relations.put(columns.size(), relation(reader));
                }
                columns.add(name(attribute.group(1), attribute.group(2), attribute.group(3)));
                absent.add(absent(type));
            } else if (!line.isEmpty() && !line.startsWith("%") && !startsWith(line, "@relation")) {
                throw reader.odd(line);
            }
        }
    }

    /** The columns of a column, down to the line that ends them. */
    private static ArffRelation relation(Lines reader) throws IOException {
        var columns = new ArrayList<String>();
        for (var line = reader.next(); !startsWith(line, "@end"); line = reader.next()) {
            var attribute = ATTRIBUTE.matcher(line);
            if (attribute.matches()) {
                refuseWords(reader, attribute.group(4));
                columns.add(name(attribute.group(1), attribute.group(2), attribute.group(3)));
            } else if (!line.isEmpty() && !line.startsWith("%")) {
                throw reader.odd(line);
            }
        }
        return new ArffRelation(List.copyOf(columns));
    }

    private static boolean startsWith(String line, String tag) {
        return line.toLowerCase(Locale.ROOT).startsWith(tag);
    }

    private static boolean isRelational(String type) {
        return startsWith(type, "relational");
    }

    private static void refuseWords(Lines reader, String type) {
        if (!NUMERIC.matcher(type).lookingAt()) {
            throw refused(
                    reader.file,
                    reader.number,
                    "The column of tables of its own (relational) holds (%s), but only numbers are read within.\nMaybe save each row of them as a row of the file."
                            .formatted(type.strip()));
        }
    }

    /** The lines of a header. */
    private static final class Lines {
        private final String file;
        private final BufferedReader in;
        private int number;

        Lines(String file, BufferedReader in) {
            this.file = file;
            this.in = in;
        }

        String next() throws IOException {
            return line(file, in, ++number);
        }

        ImportRefused odd(String line) {
            return refused(
                    file,
                    number,
                    "The line (%s) is none of an ARFF file's header.\nMaybe the line @data above the rows is missing."
                            .formatted(line.substring(0, Math.min(80, line.length()))));
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
