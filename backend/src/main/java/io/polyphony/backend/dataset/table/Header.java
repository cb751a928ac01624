package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The names of a table's columns. */
final class Header {
    static final int MOST_COLUMNS = 5_000;
    static final int LONGEST_NAME = 250;

    private Header() {}

    /** The names in the first record, or made-up ones; a blank name becomes {@code column_<number>}. */
    static List<String> names(String file, List<String> first, boolean header) {
        if (first.size() > MOST_COLUMNS) {
            throw new ImportRefused(FieldProblem.in(
                    file,
                    1L,
                    null,
                    "The table has %d columns; at most %d are supported.".formatted(first.size(), MOST_COLUMNS)));
        }
        var names = new ArrayList<String>();
        for (var i = 0; i < first.size(); i++) {
            var name = header ? first.get(i).strip() : "";
            names.add(name.isEmpty() ? "column_" + (i + 1) : name);
        }
        check(file, names);
        return List.copyOf(names);
    }

    private static void check(String file, List<String> names) {
        var problems = new Problems();
        var seen = new HashMap<String, Integer>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var earlier = seen.putIfAbsent(name, i + 1);
            if (earlier != null) {
                problems.add(FieldProblem.in(
                        file,
                        1L,
                        name,
                        "The columns %d and %d have the same name (%s).\nMaybe rename one of them."
                                .formatted(earlier, i + 1, name)));
            }
            if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
                problems.add(FieldProblem.in(
                        file,
                        1L,
                        String.valueOf(i + 1),
                        "The column's name is no name: it is %d characters long or holds control characters.\nMaybe the header is missing a quote."
                                .formatted(name.length())));
            }
        }
        problems.refuseIfAny();
    }
}
