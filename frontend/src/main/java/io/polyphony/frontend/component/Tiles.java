package io.polyphony.frontend.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A strip of figures. */
public final class Tiles extends Div {
    public Tiles() {
        addClassName("tiles");
    }

    /** @param note what the figure is made of; empty for none */
    public Tiles tile(String label, String value, String note) {
        var tile = Ui.div("tile", Ui.span("label", label), Ui.span("value", value));
        if (!note.isEmpty()) {
            Span text = Ui.span("note", note);
            text.setTitle(note);
            tile.add(text);
        }
        add(tile);
        return this;
    }
}
