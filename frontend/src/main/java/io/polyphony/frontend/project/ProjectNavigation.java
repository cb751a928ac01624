package io.polyphony.frontend.project;

import io.polyphony.backend.common.ProjectId;

/** Where projects are found; the door to this package. */
public final class ProjectNavigation {
    public static final String LIST = "projects";

    /** The route of a project's encoders. */
    public static final String ENCODERS = LIST + "/:id/encoders";

    private ProjectNavigation() {}

    /** The page of one project. */
    public static String href(ProjectId project) {
        return LIST + "/" + project;
    }

    /** The page of its ready-made encoders. */
    public static String encoders(ProjectId project) {
        return href(project) + "/encoders";
    }
}
