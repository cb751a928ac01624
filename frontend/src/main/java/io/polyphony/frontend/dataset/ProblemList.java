package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an import was refused, place by place. */
final class ProblemList extends Div {
    ProblemList(List<FieldProblem> problems) {
        boolean rows = problems.stream().anyMatch(problem -> problem.row() != null);
        var panel = new Panel(
                "This file could not be imported",
                "Nothing of it was kept. Mend the places below and upload it again."
                        + (rows ? " Rows are counted from the top of the file, a header included." : ""));
        problems.forEach(problem -> {
            var notice = Ui.notice("bad", problem.detail());
            var where = where(problem);
            if (!where.isEmpty()) {
                notice.add(Ui.span("chip mono push", where));
            }
            panel.with(notice);
        });
        add(panel);
    }

    private static String where(FieldProblem problem) {
        return Stream.of(
                        problem.file(),
                        problem.row() == null ? null : "row " + problem.row(),
                        problem.column() == null ? null : "column " + problem.column())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
