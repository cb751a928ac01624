package io.polyphony.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Parts of a page of which one is shown at a time, by a row of tabs. What is not shown is not on the page at all. */
public final class Sections extends Div {
    private final Div row = new Div();
    private final Div shown = new Div();
    private final Map<NativeButton, Component> parts = new LinkedHashMap<>();

    /** @param label what the tabs choose between, for those who cannot see them */
    public Sections(String label) {
        addClassName("sections");
        row.addClassName("section-row");
        row.getElement().setAttribute("role", "tablist").setAttribute("aria-label", label);
        shown.getElement().setAttribute("role", "tabpanel");
        add(row, shown);
    }

    /** Adds a part; the first one is shown. */
    public void add(String title, Component part) {
        var tab = new NativeButton(title);
        tab.getElement().setAttribute("role", "tab");
        tab.addClickListener(_ -> choose(tab));
        parts.put(tab, part);
        row.add(tab);
        if (parts.size() == 1) {
            choose(tab);
        } else {
            mark(tab, false);
        }
    }

    private void choose(NativeButton chosen) {
        parts.keySet().forEach(tab -> mark(tab, tab.equals(chosen)));
        shown.removeAll();
        shown.add(Objects.requireNonNull(parts.get(chosen)));
        shown.getElement().setAttribute("aria-label", chosen.getText());
    }

    private static void mark(NativeButton tab, boolean chosen) {
        tab.getElement().setAttribute("aria-selected", String.valueOf(chosen));
    }
}
