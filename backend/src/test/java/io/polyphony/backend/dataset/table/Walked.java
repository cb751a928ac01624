package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a walk over a table gives. */
final class Walked {
    private Walked() {}

    /** Its rows, each with its number before its cells. */
    static List<List<String>> rows(RowSource table, Problems problems) throws IOException {
        var rows = new ArrayList<List<String>>();
        table.forEach(
                (number, cells) -> {
                    var row = new ArrayList<String>(List.of(String.valueOf(number)));
                    row.addAll(Arrays.asList(cells));
                    rows.add(row);
                },
                problems);
        return rows;
    }

    /** The first of what was reported. */
    static FieldProblem first(Problems problems) {
        return catchThrowableOfType(ImportRefused.class, problems::refuseIfAny)
                .problems()
                .getFirst();
    }
}
