package io.polyphony.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/** The browser's own slider: keys move it, and screen readers know it. */
@Tag("input")
public final class Slider extends Component implements HasStyle {
    /** @param label what is chosen, for those who cannot see it */
    public Slider(String label, double least, double most, double step) {
        addClassName("range");
        getElement()
                .setAttribute("type", "range")
                .setAttribute("aria-label", label)
                .setAttribute("min", text(least))
                .setAttribute("max", text(most))
                .setAttribute("step", text(step));
    }

    /** Moves it; nobody is told. */
    public void setValue(double value) {
        getElement().setProperty("value", text(value));
    }

    /** Calls back while it is dragged, at most some times a second. */
    public void onMove(DoubleConsumer listener) {
        getElement()
                .addEventListener(
                        "input",
                        moved -> listener.accept(Double.parseDouble(
                                moved.getEventData().get("element.value").asString())))
                .addEventData("element.value")
                .throttle(150);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
