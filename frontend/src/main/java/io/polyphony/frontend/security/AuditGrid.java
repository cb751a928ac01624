package io.polyphony.frontend.security;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.security.AuditEntry;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries of the audit log, newest first, a page at a time. */
public final class AuditGrid extends Div {
    private static final int ROWS = 100;

    private final Function<PageRequest, Page<AuditEntry>> load;
    private final List<AuditEntry> entries = new ArrayList<>();
    private final Grid<AuditEntry> grid = new Grid<>();
    private final Div more = Ui.div("row more", Ui.button("Show older entries", Glyph.CLOCK, this::more));
    private @Nullable String next;

    public AuditGrid(Function<PageRequest, Page<AuditEntry>> load) {
        this.load = load;
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addColumn(entry -> Numbers.moment(entry.at()))
                .setHeader("When")
                .setWidth("230px")
                .setFlexGrow(0);
        grid.addColumn(AuditEntry::userName).setHeader("Who").setWidth("140px").setFlexGrow(0);
        grid.addColumn(entry -> entry.token() == null ? "Session" : "Token")
                .setHeader("By")
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(AuditEntry::action).setHeader("What").setWidth("180px").setFlexGrow(0);
        grid.addComponentColumn(entry -> Ui.span(
                        "mono",
                        entry.detail().isEmpty()
                                ? entry.subject()
                                : entry.detail().toString()))
                .setHeader("Detail")
                .setWidth("320px")
                .setFlexGrow(1);
        grid.setItems(entries);
        add(grid, more);
        show(load.apply(PageRequest.first(ROWS)));
    }

    private void more() {
        if (next != null) {
            show(load.apply(PageRequest.of(ROWS, next)));
        }
    }

    private void show(Page<AuditEntry> page) {
        entries.addAll(page.items());
        next = page.next();
        more.setVisible(next != null);
        grid.getDataProvider().refreshAll();
        grid.setHeight(Math.clamp(80 + 45L * entries.size(), 160, 640) + "px");
    }
}
