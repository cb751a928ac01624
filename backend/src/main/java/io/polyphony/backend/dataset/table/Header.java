package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ColumnNames;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.util.ArrayList;
import java.util.List;

/** The names of a table's columns. */
final class Header {
    static final int MOST_COLUMNS = 5_000;
    static final int LONGEST_NAME = 250;

    private Header() {}

    /** The names in the first record, or made-up ones; a blank name becomes {@code column_<number>}, one that was there before gets a number. */
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
            var name = header ? ColumnNames.of(first.get(i)) : "";
            names.add(name.isEmpty() ? "column_" + (i + 1) : name);
        }
        check(file, names);
        return List.copyOf(ColumnNames.apart(names));
    }

    private static void check(String file, List<String> names) {
        var problems = new Problems();
        for (var i = 0; i < names.size(); i++) {
            var length = names.get(i).length();
            if (length > LONGEST_NAME) {
                problems.add(FieldProblem.in(
                        file,
                        1L,
                        String.valueOf(i + 1),
                        "The column's name is no name: it is %d characters long.\nMaybe the header is missing a quote."
                                .formatted(length)));
            }
        }
        problems.refuseIfAny();
    }
}
