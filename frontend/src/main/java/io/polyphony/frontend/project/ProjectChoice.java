package io.polyphony.frontend.project;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.project.ProjectService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The projects in which an actor may do something. */
@ApplicationScoped
public class ProjectChoice {
    private final ProjectService projects;

    ProjectChoice(ProjectService projects) {
        this.projects = projects;
    }

    /** A project and its name. */
    public record Named(ProjectId id, String name) {}

    /** Whether there is one. */
    public boolean any(Actor actor, Role role) {
        return !of(actor, role).isEmpty();
    }

    /** Oldest first; empty when there is none. */
    public List<Named> of(Actor actor, Role role) {
        return projects.page(actor, PageRequest.first(PageRequest.MAX_LIMIT)).items().stream()
                .filter(project -> project.role().includes(role))
                .map(project -> new Named(project.id(), project.name()))
                .toList();
    }
}
