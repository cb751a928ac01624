package io.polyphony.frontend.trial;

import io.polyphony.backend.common.TrialId;

/** Where trials are found; the door to this package. */
public final class TrialNavigation {
    static final String PREFIX = "trials";

    private TrialNavigation() {}

    /** The page of one trial. */
    public static String href(TrialId trial) {
        return PREFIX + "/" + trial;
    }
}
