package io.polyphony.backend.security;

import io.polyphony.backend.common.ProjectId;
import java.util.Optional;
import java.util.Set;

/** Decides who may do what in which project. Deny is the default. */
public interface Access {
    /**
     * Returns when the actor has at least this role in the project.
     *
     * @throws io.polyphony.backend.common.NotFound when the actor is no member: the project may not even be known
     * @throws io.polyphony.backend.common.Forbidden when the actor is a member of a lower role
     */
    void require(Actor actor, ProjectId project, Role role);

    /** The same, but a thing of an invisible project is reported as missing under its own name ("trial", its id). */
    void require(Actor actor, ProjectId project, Role role, String kind, Object id);

    /** The actor's role in the project, narrowed by the token; empty for strangers. Administrators are owners everywhere. */
    Optional<Role> role(Actor actor, ProjectId project);

    /** The projects that the actor may see; for administrators all of them. */
    Set<ProjectId> visibleProjects(Actor actor);

    /** Returns when the actor administers the instance; throws {@link io.polyphony.backend.common.Forbidden} otherwise. */
    void requireAdmin(Actor actor);
}
