package io.polyphony.backend.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows that are dealt as one: those of a group, copies of each other, else each for itself. */
final class RowGroups {
    private RowGroups() {}

    /** @param rows those to be dealt, ascending */
    static List<List<Integer>> of(TableData table, SplitSpec spec, int[] rows) {
        if (spec.groupColumn() != null) {
            return named(table.texts(spec.groupColumn()), rows);
        }
        return spec.copies().isEmpty()
                ? IntStream.of(rows).mapToObj(List::of).toList()
                : copied(Copies.firsts(table, spec.copies()), rows);
    }

    /**
     * By the class or quantile of their first row, in the order of its name; groups of a column are of no class.
     *
     * @param labels by row of the table; empty for none
     */
    static Collection<List<List<Integer>>> strata(List<List<Integer>> groups, SplitSpec spec, String[] labels) {
        var none = labels.length == 0 || spec.groupColumn() != null;
        Map<String, List<List<Integer>>> strata = new TreeMap<>();
        groups.forEach(group -> add(strata, none ? "" : labels[group.getFirst()], group));
        return strata.values();
    }

    /** A row without a name belongs to no other. */
    private static List<List<Integer>> named(@Nullable String[] names, int[] rows) {
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (var row : rows) {
            add(groups, names[row] == null ? "\0" + row : names[row], row);
        }
        return List.copyOf(groups.values());
    }

    private static List<List<Integer>> copied(int[] first, int[] rows) {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (var row : rows) {
            add(groups, first[row], row);
        }
        return List.copyOf(groups.values());
    }

    private static <K, V> void add(Map<K, List<V>> groups, K key, V one) {
        groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
    }
}
