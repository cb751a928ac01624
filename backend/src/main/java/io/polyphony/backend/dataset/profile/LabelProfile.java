package io.polyphony.backend.dataset.profile;

import io.polyphony.engine.data.LabelText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a column says whose cells are sets of labels, such as {@code drama; crime}.
 *
 * @param labels different labels
 * @param sets different sets
 * @param examples the most frequent labels
 */
record LabelProfile(int labels, int sets, List<String> examples) {
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
        if (values.keySet().stream().anyMatch(LabelProfile::isOther)) {
            return Optional.empty();
        }
        var separator = LabelText.separator(values.keySet());
        var rowsByLabel = new HashMap<String, Long>();
        var sets = new HashSet<Set<String>>();
        var counts = new long[3];
        values.forEach((cell, rows) -> {
            var names = LabelText.names(cell, separator);
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

    /** Lists of lists, objects, and vectors in brackets are no sets of names. */
    private static boolean isOther(String cell) {
        return LabelText.isNested(cell) || LabelText.isArray(cell) && NumberList.length(cell) > 0;
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
