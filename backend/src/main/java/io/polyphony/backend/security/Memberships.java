package io.polyphony.backend.security;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import java.util.Optional;
import java.util.Set;

/** Who is a member where; answered by the project feature. */
public interface Memberships {
    /** The user's role in the project; empty for strangers. */
    Optional<Role> role(UserId user, ProjectId project);

    /** Whether there is such a project. */
    boolean exists(ProjectId project);

    /** The projects that the user is a member of. */
    Set<ProjectId> projects(UserId user);

    /** All projects. */
    Set<ProjectId> projects();
}
