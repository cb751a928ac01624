package io.polyphony.frontend.security;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.security.AuditEntry;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Ui;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries of the audit log, newest first, a page at a time. */
public final class AuditList extends Div {
    private static final int ROWS = 50;

    private final Function<PageRequest, Page<AuditEntry>> load;
    private final Div list = Ui.div("audit");
    private final Div more = Ui.div("row more", Ui.button("Show older entries", Glyph.CLOCK, this::more));
    private @Nullable String next;

    public AuditList(Function<PageRequest, Page<AuditEntry>> load) {
        this.load = load;
        add(list, more);
        show(load.apply(PageRequest.first(ROWS)));
        if (list.getComponentCount() == 0) {
            list.add(Ui.blank(Glyph.LOG, "Nothing was changed yet", "Every write will leave an entry here."));
        }
    }

    private void more() {
        if (next != null) {
            show(load.apply(PageRequest.of(ROWS, next)));
        }
    }

    private void show(Page<AuditEntry> page) {
        page.items().forEach(entry -> list.add(row(entry)));
        next = page.next();
        more.setVisible(next != null);
    }

    private static Div row(AuditEntry entry) {
        return Ui.div(
                "audit-row",
                Ui.span("name", entry.action()),
                Ui.span("small", entry.userName() + (entry.token() == null ? ", in the browser" : ", by token")),
                Ui.span("small muted num", Numbers.moment(entry.at())),
                Ui.span("small mono detail", detail(entry)));
    }

    /** "name: reviews, state: READY"; what has no further facts is named by its id. */
    private static String detail(AuditEntry entry) {
        Map<String, ?> facts = entry.detail();
        return facts.isEmpty()
                ? entry.subject()
                : facts.entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining(", "));
    }
}
