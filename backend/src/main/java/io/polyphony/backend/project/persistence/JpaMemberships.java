package io.polyphony.backend.project.persistence;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.Memberships;
import io.polyphony.backend.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class JpaMemberships implements Memberships {
    private final EntityManager entities;

    JpaMemberships(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Role> role(UserId user, ProjectId project) {
        return entities.createQuery(
                        "select role from MemberEntity where projectId = :project and userId = :user", Role.class)
                .setParameter("project", project.value())
                .setParameter("user", user.value())
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean exists(ProjectId project) {
        return entities.find(ProjectEntity.class, project.value()) != null;
    }

    @Override
    public Set<ProjectId> projects(UserId user) {
        return entities.createQuery("select projectId from MemberEntity where userId = :user", UUID.class)
                .setParameter("user", user.value())
                .getResultStream()
                .map(ProjectId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<ProjectId> projects() {
        return entities.createQuery("select id from ProjectEntity", UUID.class)
                .getResultStream()
                .map(ProjectId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
