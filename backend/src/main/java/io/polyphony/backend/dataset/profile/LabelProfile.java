package io.polyphony.backend.dataset.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a column says whose cells are sets of labels, such as {@code drama; crime}.
 *
 * @param labels different labels
 * @param sets different sets
 * @param examples the most frequent labels
 */
record LabelProfile(int labels, int sets, List<String> examples) {
    private static final List<String> SEPARATORS = List.of(";", "|", ",");
    private static final int MOST_LABELS = 500;
    private static final int LONGEST_LABEL = 60;
    private static final double REPEATS = 3;
    /** Where fewer cells have several labels, a separator is but a sign within a name. */
    private static final double SEVERAL = 0.1;

    private static final int EXAMPLES = 3;

    /**
     * The labels, where cells are sets of them: labels come again in other cells, together with other labels.
     *
     * @param values cells with the rows that have them
     */
    static Optional<LabelProfile> of(Map<String, Long> values) {
        var separator = separator(values.keySet());
        var rowsByLabel = new HashMap<String, Long>();
        var sets = new HashSet<Set<String>>();
        var counts = new long[3];
        values.forEach((cell, rows) -> {
            var names = names(cell, separator);
            names.forEach(name -> rowsByLabel.merge(name, rows, Long::sum));
            sets.add(names);
            counts[0] += rows;
            counts[1] += names.size() > 1 ? rows : 0;
            counts[2] += names.size() * rows;
        });
        var fits = counts[1] >= SEVERAL * counts[0]
                && rowsByLabel.size() >= 3
                && rowsByLabel.size() <= MOST_LABELS
                && rowsByLabel.size() < sets.size()
                && counts[2] >= REPEATS * rowsByLabel.size()
                && rowsByLabel.keySet().stream().allMatch(name -> name.length() <= LONGEST_LABEL);
        return fits
                ? Optional.of(new LabelProfile(rowsByLabel.size(), sets.size(), top(rowsByLabel)))
                : Optional.empty();
    }

    /** As the engine's reader of labels understands them: the first separator that occurs, or a comma in JSON arrays. */
    private static String separator(Set<String> cells) {
        return SEPARATORS.stream()
                .filter(mark -> cells.stream().anyMatch(cell -> cell.contains(mark)))
                .findFirst()
                .orElse(",");
    }

    private static Set<String> names(String cell, String separator) {
        var array = cell.startsWith("[") && cell.endsWith("]");
        var plain = array ? cell.substring(1, cell.length() - 1).replaceAll("[\"']", "") : cell;
        return Stream.of(plain.split(Pattern.quote(array ? "," : separator)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<String> top(Map<String, Long> rowsByLabel) {
        return rowsByLabel.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(EXAMPLES)
                .map(Map.Entry::getKey)
                .toList();
    }
}
