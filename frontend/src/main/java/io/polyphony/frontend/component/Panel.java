package io.polyphony.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** A titled surface. */
public final class Panel extends Section {
    private final Div text = new Div();
    private final Div head = new Div(text);
    private final Div body = new Div();

    public Panel(String title) {
        this(title, "");
    }

    /** @param note what to look for, in a sentence; empty for none */
    public Panel(String title, String note) {
        addClassName("panel");
        head.addClassName("panel-head");
        text.addClassName("text");
        body.addClassName("panel-body");
        text.add(new H2(title));
        if (!note.isEmpty()) {
            text.add(new Paragraph(note));
        }
        super.add(head, body);
    }

    /** Adds to the body. */
    public Panel with(Component... components) {
        body.add(components);
        return this;
    }

    /** Replaces the body. */
    public Panel show(Component... components) {
        body.removeAll();
        return with(components);
    }

    /** Adds controls right of the title. */
    public Panel tools(Component... components) {
        head.add(components);
        return this;
    }

    /** Lets the body, a grid mostly, reach the edges. */
    public Panel flush() {
        addClassName("flush");
        return this;
    }
}
