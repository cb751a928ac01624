package io.polyphony.frontend.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import org.jspecify.annotations.Nullable;

/** Small pictures that a service hands over as base64. */
public final class Pictures {
    private Pictures() {}

    /** Pictures side by side with what each is. */
    public static Div beside(Div... pictures) {
        return Ui.div("pictures", pictures);
    }

    /** @param base64 of a PNG or JPEG; null for an empty place */
    public static Div of(@Nullable String base64, String what) {
        if (base64 == null) {
            return Ui.div("picture", Ui.span("small muted", "no " + what));
        }
        var image = new Image("data:image/png;base64," + base64, what);
        return Ui.div("picture", image, Ui.span("small muted", what));
    }
}
