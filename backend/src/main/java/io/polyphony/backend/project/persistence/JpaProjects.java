package io.polyphony.backend.project.persistence;

import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.project.Member;
import io.polyphony.backend.project.ProjectStore;
import io.polyphony.backend.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaProjects implements ProjectStore {
    /** The least UUID: the first page begins above it. */
    private static final UUID OLDEST = new UUID(0, 0);

    private final EntityManager entities;

    JpaProjects(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(Row project) {
        entities.persist(new ProjectEntity(project));
        entities.flush();
    }

    @Override
    public void update(Row project) {
        entity(project.id()).take(project);
    }

    @Override
    public Optional<Row> find(ProjectId id) {
        return Optional.ofNullable(entities.find(ProjectEntity.class, id.value()))
                .map(ProjectEntity::toRow);
    }

    @Override
    public List<Row> page(Collection<ProjectId> visible, PageRequest request) {
        return entities.createQuery(
                        "from ProjectEntity where id in :visible and id > :after order by id", ProjectEntity.class)
                .setParameter("visible", visible.stream().map(ProjectId::value).toList())
                .setParameter(
                        "after", request.after().map(cursor -> cursor.id(0)).orElse(OLDEST))
                .setMaxResults(request.fetch())
                .getResultStream()
                .map(ProjectEntity::toRow)
                .toList();
    }

    @Override
    public void lockMembers(ProjectId project) {
        entities.find(ProjectEntity.class, project.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public List<Member> members(ProjectId project) {
        return entities.createNativeQuery(
                        "select u.id, u.name, u.display_name, m.role, m.added_at from project_member m"
                                + " join app_user u on u.id = m.user_id where m.project_id = :project order by u.name",
                        Object[].class)
                .setParameter("project", project.value())
                .getResultStream()
                .map(JpaProjects::member)
                .toList();
    }

    @Override
    public void setMember(ProjectId project, UserId user, Role role, Instant at) {
        var key = new MemberEntity.Key(project.value(), user.value());
        Optional.ofNullable(entities.find(MemberEntity.class, key))
                .ifPresentOrElse(member -> member.role = role, () -> entities.persist(new MemberEntity(key, role, at)));
        entities.flush();
    }

    @Override
    public void removeMember(ProjectId project, UserId user) {
        Optional.ofNullable(entities.find(MemberEntity.class, new MemberEntity.Key(project.value(), user.value())))
                .ifPresent(entities::remove);
        entities.flush();
    }

    @Override
    public Optional<UserId> userNamed(String name) {
        return entities.createNativeQuery("select id from app_user where name = :name and not disabled", UUID.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .map(id -> new UserId((UUID) id));
    }

    private ProjectEntity entity(ProjectId id) {
        return Optional.ofNullable(entities.find(ProjectEntity.class, id.value()))
                .orElseThrow(() -> NotFound.of("project", id));
    }

    private static Member member(Object row) {
        var values = (Object[]) row;
        return new Member(
                new UserId((UUID) values[0]),
                (String) values[1],
                (String) values[2],
                Role.valueOf((String) values[3]),
                (Instant) values[4]);
    }
}
