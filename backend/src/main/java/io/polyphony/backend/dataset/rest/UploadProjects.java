package io.polyphony.backend.dataset.rest;

import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.project.ProjectService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Which project an upload goes to. */
@ApplicationScoped
class UploadProjects {
    private final ProjectService projects;

    UploadProjects(ProjectService projects) {
        this.projects = projects;
    }

    /** The one that is named, else the actor's default. */
    ProjectId pick(Actor actor, @Nullable String project) {
        return project == null || project.isBlank() ? projects.defaultFor(actor, Role.EDITOR) : parse(project);
    }

    private static ProjectId parse(String project) {
        try {
            return ProjectId.fromString(project.strip());
        } catch (IllegalArgumentException e) {
            throw Invalid.field("/project", "The project (%s) is no id of a project.".formatted(project));
        }
    }
}
