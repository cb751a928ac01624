package io.polyphony.backend.project.persistence;

import io.polyphony.backend.security.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "project_member")
@IdClass(MemberEntity.Key.class)
class MemberEntity {
    record Key(UUID projectId, UUID userId) {}

    @Id
    @Column(name = "project_id")
    UUID projectId;

    @Id
    @Column(name = "user_id")
    UUID userId;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Role role;

    @Column(name = "added_at", nullable = false, updatable = false)
    Instant addedAt;

    /** For Hibernate. */
    MemberEntity() {}

    MemberEntity(Key key, Role role, Instant addedAt) {
        projectId = key.projectId();
        userId = key.userId();
        this.role = role;
        this.addedAt = addedAt;
    }
}
