package io.polyphony.frontend.project;

import io.polyphony.backend.common.ProjectId;

/** Where projects are found; the door to this package. */
public final class ProjectNavigation {
    static final String LIST = "projects";

    private ProjectNavigation() {}

    /** The page of one project. */
    public static String href(ProjectId project) {
        return LIST + "/" + project;
    }
}
