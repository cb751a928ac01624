package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.ExperimentId;
import java.util.List;
import java.util.Map;

/** Where experiments are found; the door to this package. */
public final class ExperimentNavigation {
    public static final String LIST = "experiments";
    public static final String WIZARD = LIST + "/new";

    private ExperimentNavigation() {}

    /** The page of one experiment. */
    public static String href(ExperimentId experiment) {
        return LIST + "/" + experiment;
    }

    /** What the wizard is asked, to prepare an experiment like that one which tries gradient surgery as well. */
    static QueryParameters withSurgery(ExperimentId like) {
        return new QueryParameters(Map.of("like", List.of(like.toString()), "surgery", List.of("true")));
    }

    /** Opens the wizard with an experiment like that one which tries gradient surgery as well. */
    public static void toSurgery(ExperimentId like) {
        UI.getCurrent().navigate(WIZARD, withSurgery(like));
    }

    /** Opens the wizard with this data set chosen. */
    public static void toWizard(DatasetId dataset) {
        UI.getCurrent().navigate(WIZARD, QueryParameters.of("dataset", dataset.toString()));
    }
}
