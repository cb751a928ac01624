package io.polyphony.frontend.dataset;

import io.polyphony.backend.common.DatasetId;

/** Where data sets are found; the door to this package. */
public final class DatasetNavigation {
    public static final String LIST = "datasets";

    private DatasetNavigation() {}

    /** The page of one data set. */
    public static String href(DatasetId dataset) {
        return LIST + "/" + dataset;
    }
}
