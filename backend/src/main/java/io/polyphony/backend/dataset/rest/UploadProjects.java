package io.polyphony.backend.dataset.rest;

import io.polyphony.backend.common.Forbidden;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Which project an upload goes to. */
@ApplicationScoped
class UploadProjects {
    private final Access access;

    UploadProjects(Access access) {
        this.access = access;
    }

    /** The one that is named, else the oldest that the actor may upload to (ids begin with the time). */
    ProjectId pick(Actor actor, @Nullable String project) {
        if (project != null && !project.isBlank()) {
            return parse(project);
        }
        return access.visibleProjects(actor).stream()
                .filter(id -> access.role(actor, id)
                        .filter(r -> r.includes(Role.EDITOR))
                        .isPresent())
                .min(Comparator.comparing(ProjectId::toString))
                .orElseThrow(() -> new Forbidden(
                        "There is no project that you may upload to.%nMaybe ask an owner for the role editor."
                                .formatted()));
    }

    private static ProjectId parse(String project) {
        try {
            return ProjectId.fromString(project.strip());
        } catch (IllegalArgumentException e) {
            throw Invalid.field("/project", "The project (%s) is no id of a project.".formatted(project));
        }
    }
}
