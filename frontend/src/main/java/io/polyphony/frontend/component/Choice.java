package io.polyphony.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The browser's own list to choose one of a few from; the first is chosen at first. */
@Tag("select")
public final class Choice<T> extends Component implements HasStyle {
    private final List<T> items;
    private T value;

    /** @param label what is chosen, for those who cannot see it */
    public Choice(String label, List<T> items, Function<T, String> name) {
        this.items = List.copyOf(items);
        value = items.getFirst();
        addClassName("choice-list");
        getElement().setAttribute("aria-label", label);
        for (int i = 0; i < items.size(); i++) {
            getElement()
                    .appendChild(new Element("option")
                            .setAttribute("value", String.valueOf(i))
                            .setText(name.apply(items.get(i))));
        }
        onChange(chosen -> {});
    }

    public T value() {
        return value;
    }

    /** Chooses one of the items; nobody is told. */
    public Choice<T> choose(T item) {
        value = item;
        getElement().setProperty("value", String.valueOf(items.indexOf(item)));
        return this;
    }

    /** Calls back after each choice. */
    public void onChange(Consumer<T> listener) {
        getElement()
                .addEventListener("change", changed -> {
                    int place = Integer.parseInt(
                            changed.getEventData().get("element.value").asString());
                    value = items.get(Math.clamp(place, 0, items.size() - 1));
                    listener.accept(value);
                })
                .addEventData("element.value");
    }
}
