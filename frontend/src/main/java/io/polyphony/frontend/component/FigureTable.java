package io.polyphony.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** A table of figures whose first column names its rows; it scrolls by itself where it does not fit. */
public final class FigureTable extends Div {
    private final Element table = new Element("table");

    /** @param caption what the table holds, for those who cannot see it */
    public FigureTable(String caption, String... head) {
        addClassName("scroll-x");
        getElement().setAttribute("tabindex", "0"); // So that keys can scroll it.
        table.getClassList().add("figures");
        table.appendChild(caption(caption));
        var row = new Element("tr");
        for (var name : head) {
            row.appendChild(new Element("th").setAttribute("scope", "col").setText(name));
        }
        table.appendChild(row);
        getElement().appendChild(table);
    }

    private static Element caption(String text) {
        var caption = new Element("caption").setText(text);
        caption.getClassList().add("visually-hidden");
        return caption;
    }

    /** Adds a row. */
    public FigureTable row(String name, String... figures) {
        var cells = new Component[figures.length];
        for (int i = 0; i < figures.length; i++) {
            cells[i] = Ui.span("", figures[i]);
        }
        return row(name, cells);
    }

    /** Adds a row. */
    public FigureTable row(String name, Component... cells) {
        return row(Ui.span("", name), cells);
    }

    /** Adds a row whose name may be a link. */
    public FigureTable row(Component name, Component... cells) {
        var row = new Element("tr");
        row.appendChild(new Element("td").setAttribute("role", "rowheader").appendChild(name.getElement()));
        for (var cell : cells) {
            row.appendChild(new Element("td").appendChild(cell.getElement()));
        }
        table.appendChild(row);
        return this;
    }
}
