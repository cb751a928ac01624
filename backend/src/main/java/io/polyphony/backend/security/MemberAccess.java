package io.polyphony.backend.security;

import io.polyphony.backend.common.Forbidden;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.ProjectId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class MemberAccess implements Access {
    private final Memberships memberships;

    MemberAccess(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public void require(Actor actor, ProjectId project, Role role) {
        require(actor, project, role, "project", project);
    }

    @Override
    public void require(Actor actor, ProjectId project, Role role, String kind, Object id) {
        var has = role(actor, project).orElseThrow(() -> NotFound.of(kind, id));
        if (!has.includes(role)) {
            throw new Forbidden(
                    "This needs the role %s in the project (%s); you act as %s. Maybe ask an owner, or use another token."
                            .formatted(word(role), project, word(has)));
        }
    }

    @Override
    public Optional<Role> role(Actor actor, ProjectId project) {
        var limit = actor.token().map(TokenScope::maxRole).orElse(Role.OWNER);
        return membership(actor, project).filter(_ -> reaches(actor, project)).map(role -> role.atMost(limit));
    }

    @Override
    public Set<ProjectId> visibleProjects(Actor actor) {
        var only = actor.token().map(TokenScope::project);
        if (only.isPresent()) {
            return membership(actor, only.get()).isPresent() ? Set.of(only.get()) : Set.of();
        }
        return actor.admin() ? memberships.projects() : memberships.projects(actor.id());
    }

    @Override
    public void requireAdmin(Actor actor) {
        if (!actor.admin()) {
            throw new Forbidden("This is for administrators. Maybe the token is narrowed, or ask an administrator.");
        }
    }

    private Optional<Role> membership(Actor actor, ProjectId project) {
        return actor.admin() && memberships.exists(project)
                ? Optional.of(Role.OWNER)
                : memberships.role(actor.id(), project);
    }

    private static boolean reaches(Actor actor, ProjectId project) {
        return actor.token().map(TokenScope::project).map(project::equals).orElse(true);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }
}
