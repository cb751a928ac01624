package io.polyphony.backend.dataset.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a column's cells that are no numbers hold: perhaps a few short marks, such as n/d or &lt;0.1, that people write for want of a number. */
final class Marks {
    /** More different ones are words. */
    private static final int MOST = 5;
    /** Longer ones are words. */
    private static final int LONGEST = 12;

    private final Map<String, Long> cells = new LinkedHashMap<>();
    private boolean few = true;
    private long firstRow;
    private String first = "";

    void add(long row, String cell) {
        if (first.isEmpty()) {
            firstRow = row;
            first = cell;
        }
        few = few && cell.length() <= LONGEST && (cells.size() < MOST || cells.containsKey(cell));
        if (few) {
            cells.merge(cell, 1L, Long::sum);
        } else {
            cells.clear();
        }
    }

    /** Whether there are none, or only a few different short ones. */
    boolean few() {
        return few;
    }

    /** The row of the first one; 0 if there is none. */
    long firstRow() {
        return firstRow;
    }

    String first() {
        return first;
    }

    /** The most frequent one first; empty unless they are {@link #few}. */
    List<String> different() {
        return cells.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
