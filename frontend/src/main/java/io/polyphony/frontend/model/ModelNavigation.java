package io.polyphony.frontend.model;

import com.vaadin.flow.component.UI;
import io.polyphony.backend.common.ModelId;

/** Where models are found; the door to this package. */
public final class ModelNavigation {
    static final String LIST = "models";

    private ModelNavigation() {}

    /** The page of one model. */
    public static String href(ModelId model) {
        return LIST + "/" + model;
    }

    /** Goes to the page of one model. */
    public static void open(ModelId model) {
        UI.getCurrent().navigate(href(model));
    }
}
