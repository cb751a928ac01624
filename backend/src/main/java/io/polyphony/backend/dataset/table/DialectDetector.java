package io.polyphony.backend.dataset.table;

import io.polyphony.backend.dataset.media.MediaKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Guesses delimiter, header and what stands above it from the first records of a text. */
final class DialectDetector {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    /** One for each run of blanks: see {@link BlankRuns}. */
    static final char BLANK = ' ';

    private static final int RECORDS = 200;
    /** With fewer rows, one that is too wide may as well be a fault. */
    private static final int FEWEST_NAMED = 4;

    private DialectDetector() {}

    /**
     * @param sample the start of the text, without a byte order mark
     * @param whole whether the sample is the whole text; else its last record is cut off and not looked at
     */
    static Dialect detect(String sample, boolean whole, Charset charset) {
        var text = SeparatorLine.without(sample);
        char best = SeparatorLine.of(sample).orElseGet(() -> likeliest(text, whole));
        var records = records(best == BLANK ? BlankRuns.collapsed(text) : text, whole, best);
        int preamble = Preamble.records(records);
        var table = records.subList(preamble, records.size());
        boolean rowNames = namesRows(table);
        return new Dialect(best, charset, preamble, rowNames || hasHeader(table), rowNames);
    }

    /** Whether all records are one cell wider than the first, and named by it: then that one names all other columns. */
    private static boolean namesRows(List<List<String>> table) {
        if (table.size() < FEWEST_NAMED || table.getFirst().size() < 2) {
            return false;
        }
        int width = table.getFirst().size();
        var below = table.subList(1, table.size());
        return below.stream().allMatch(record -> record.size() == width + 1)
                && below.stream().map(List::getFirst).distinct().count() == below.size()
                && !below.stream().allMatch(record -> endsBlank(record, width));
    }

    private static char likeliest(String sample, boolean whole) {
        var best = ',';
        var bestScore = 0.0;
        for (var delimiter : DELIMITERS) {
            var score = score(records(sample, whole, delimiter));
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        boolean blanks = bestScore == 0 && BlankRuns.areRows(records(BlankRuns.collapsed(sample), whole, BLANK));
        return blanks ? BLANK : best;
    }

    /** Whether the record is but one blank cell wider than the header, as some programs end every row with a delimiter. */
    static boolean endsBlank(List<String> record, int width) {
        return record.size() == width + 1 && record.getLast().isBlank();
    }

    /** How to read a text with this delimiter; quotes are doubled inside quotes, empty lines are skipped. */
    static CSVFormat format(char delimiter) {
        return CSVFormat.Builder.create()
                .setDelimiter(delimiter)
                .setQuote('"')
                .setIgnoreEmptyLines(true)
                .setLenientEof(false)
                .get();
    }

    private static List<List<String>> records(String sample, boolean whole, char delimiter) {
        var records = new ArrayList<List<String>>();
        try (var parser = CSVParser.parse(new StringReader(sample), format(delimiter))) {
            var iterator = parser.iterator();
            while (records.size() < RECORDS && iterator.hasNext()) {
                records.add(iterator.next().toList());
            }
            if (!whole && !iterator.hasNext() && records.size() > 1) {
                records.removeLast();
            }
        } catch (IOException | RuntimeException cutOrMalformed) {
            // What could be read until here is what there is to judge by; the real pass reports the fault with its row.
            return records;
        }
        return records;
    }

    /** 0 for one column; else how many records agree with the width of the first one below a title, wider being better among equals. */
    private static double score(List<List<String>> records) {
        var table = records.subList(Preamble.records(records), records.size());
        if (table.isEmpty() || table.getFirst().size() < 2) {
            return 0;
        }
        var width = table.getFirst().size();
        var agreeing = table.stream()
                .filter(r -> r.size() == width || endsBlank(r, width))
                .count();
        return (double) agreeing / records.size() + Math.min(width, 1000) * 1e-6;
    }

    /** Each column votes: a name above numbers speaks for a header; a value like those below it against one. */
    private static boolean hasHeader(List<List<String>> records) {
        if (records.size() < 2) {
            return records.isEmpty() || records.getFirst().stream().noneMatch(c -> Double.isFinite(Numbers.parse(c)));
        }
        var votes = 0;
        for (var column = 0; column < records.getFirst().size(); column++) {
            votes += vote(records, column);
        }
        return votes >= 0;
    }

    private static int vote(List<List<String>> records, int column) {
        var first = records.getFirst().get(column).strip();
        var below = new ArrayList<String>();
        for (var record : records.subList(1, records.size())) {
            if (record.size() > column && !Numbers.isMissing(record.get(column))) {
                below.add(record.get(column).strip());
            }
        }
        if (below.isEmpty() || first.isEmpty()) {
            return 0;
        }
        var numbers = below.stream().allMatch(c -> Double.isFinite(Numbers.parse(c)));
        if (numbers) {
            return Double.isFinite(Numbers.parse(first)) ? -1 : 1;
        }
        if (below.stream().allMatch(c -> MediaKind.byName(c).isPresent())) {
            return MediaKind.byName(first).isPresent() ? -1 : 1;
        }
        return new HashSet<>(below).contains(first) ? -1 : 0;
    }
}
