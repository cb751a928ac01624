package io.polyphony.backend.project;

import io.polyphony.backend.common.Cursor;
import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.Forbidden;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.TokenScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;

/** Projects: who sees which, and what they are called. */
@ApplicationScoped
@Transactional
public class ProjectService {
    private final ProjectStore projects;
    private final Access access;
    private final AuditLog audit;
    private final DbClock clock;

    ProjectService(ProjectStore projects, Access access, AuditLog audit, DbClock clock) {
        this.projects = projects;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a project that the actor owns. Not possible with a narrowed token. */
    public Project create(Actor actor, @NotNull @Valid NewProject request) {
        if (actor.token().filter(scope -> !scope.full()).isPresent()) {
            throw new Forbidden("This token is narrowed to a project or role and cannot make projects.");
        }
        var row = new ProjectStore.Row(
                ProjectId.next(), request.name(), Objects.requireNonNullElse(request.description(), ""), clock.now());
        projects.add(row);
        projects.setMember(row.id(), actor.id(), Role.OWNER, row.createdAt());
        audit.record(actor, "project.create", row.id(), row.id(), Map.of("name", row.name()));
        return seen(row, Role.OWNER);
    }

    /** The projects that the actor may see, oldest first. */
    public Page<Project> page(Actor actor, PageRequest request) {
        return request.page(projects.page(access.visibleProjects(actor), request), row -> Cursor.of(row.id()))
                .map(row -> seen(actor, row));
    }

    /** One project; for viewers. */
    public Project get(Actor actor, ProjectId id) {
        access.require(actor, id, Role.VIEWER);
        return seen(actor, existing(id));
    }

    /** Renames or describes a project; for owners. */
    public Project change(Actor actor, ProjectId id, @NotNull @Valid ProjectChange change) {
        access.require(actor, id, Role.OWNER);
        var before = existing(id);
        var after = new ProjectStore.Row(
                id,
                Objects.requireNonNullElse(change.name(), before.name()),
                Objects.requireNonNullElse(change.description(), before.description()),
                before.createdAt());
        projects.update(after);
        audit.record(actor, "project.change", id, id, Map.of("name", after.name()));
        return seen(actor, after);
    }

    /**
     * Where something goes when the actor named no project: the token's project, else the oldest in which the actor has this
     * role. Throws {@link Forbidden} when there is none.
     */
    public ProjectId defaultFor(Actor actor, Role role) {
        var only = actor.token().map(TokenScope::project);
        if (only.isPresent()) {
            access.require(actor, only.get(), role);
            return only.get();
        }
        return access.visibleProjects(actor).stream()
                .filter(id ->
                        access.role(actor, id).filter(has -> has.includes(role)).isPresent())
                .min(ProjectService::byAge)
                .orElseThrow(
                        () -> new Forbidden("You have no project to put this into. Maybe ask an owner for a role."));
    }

    // UUID.compareTo is signed; version 7 orders as unsigned text.
    private static int byAge(ProjectId one, ProjectId other) {
        return one.toString().compareTo(other.toString());
    }

    private ProjectStore.Row existing(ProjectId id) {
        return projects.find(id).orElseThrow(() -> NotFound.of("project", id));
    }

    private Project seen(Actor actor, ProjectStore.Row row) {
        return seen(row, access.role(actor, row.id()).orElseThrow(() -> NotFound.of("project", row.id())));
    }

    private static Project seen(ProjectStore.Row row, Role role) {
        return new Project(row.id(), row.name(), row.description(), row.createdAt(), role);
    }
}
