package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.UI;
import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.ExperimentId;

/** Where experiments are found; the door to this package. */
public final class ExperimentNavigation {
    public static final String LIST = "experiments";
    public static final String WIZARD = LIST + "/new";

    private ExperimentNavigation() {}

    /** The page of one experiment. */
    public static String href(ExperimentId experiment) {
        return LIST + "/" + experiment;
    }

    /** Opens the wizard with this data set chosen. */
    public static void toWizard(DatasetId dataset) {
        UI.getCurrent().navigate(WIZARD, com.vaadin.flow.router.QueryParameters.of("dataset", dataset.toString()));
    }
}
