package io.polyphony.frontend.component;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** Names and values, side by side as there is room. */
public final class Facts extends DescriptionList {
    /** Hashes, for instance, get a line of their own. */
    private static final int LONG = 32;

    public Facts() {
        addClassName("facts");
    }

    /** Null is left out. */
    public Facts fact(String name, @Nullable String value) {
        return put(name, value, "");
    }

    /** The same, in the type of code. */
    public Facts code(String name, @Nullable String value) {
        return put(name, value, "mono");
    }

    private Facts put(String name, @Nullable String value, String className) {
        if (value != null && !value.isEmpty()) {
            var description = new Description(value);
            if (!className.isEmpty()) {
                description.addClassName(className);
            }
            var fact = new Div(new Term(name), description);
            fact.setClassName("wide", value.length() > LONG);
            add(fact);
        }
        return this;
    }
}
