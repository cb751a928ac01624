package io.polyphony.frontend.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The mark and the name; leads home. */
final class Brand extends Anchor {
    Brand() {
        setHref("");
        addClassName("brand");
        add(new Image("icons/polyphony.svg", ""), new Span("Polyphony"));
    }
}
