package io.polyphony.backend.dataset.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column of an ARFF file whose cells are tables of numbers: series. Where its own columns are numbered, they are steps and each of its rows
 * is a channel, as the UEA archive has them; else its rows are steps and its columns channels.
 *
 * @param columns its own
 */
record ArffRelation(List<String> columns) {
    private static final String CHANNEL = " | ";
    private static final Pattern NUMBER = Pattern.compile("\\d+$");

    /** The series of a cell; empty where a row has more or fewer numbers than there are columns. */
    Optional<String> series(String cell) {
        var rows = cell.lines()
                .filter(row -> !row.isBlank())
                .map(row -> List.of(row.replace("?", "nan").strip().split("\\s*,\\s*", -1)))
                .toList();
        if (!rows.stream().allMatch(row -> row.size() == columns.size())) {
            return Optional.empty();
        }
        return Optional.of((isNumbered() ? rows : transposed(rows))
                .stream().map(channel -> String.join(" ", channel)).collect(Collectors.joining(CHANNEL)));
    }

    private boolean isNumbered() {
        var stems = columns.stream()
                .map(column -> NUMBER.matcher(column).replaceFirst(""))
                .distinct()
                .toList();
        return columns.size() > 1 && stems.size() == 1 && columns.stream().noneMatch(stems::contains);
    }

    private List<List<String>> transposed(List<List<String>> rows) {
        var channels = new ArrayList<List<String>>();
        IntStream.range(0, columns.size())
                .forEach(i -> channels.add(rows.stream().map(row -> row.get(i)).toList()));
        return channels;
    }
}
