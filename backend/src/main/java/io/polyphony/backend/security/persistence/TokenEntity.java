package io.polyphony.backend.security.persistence;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TokenId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.Token;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_token")
class TokenEntity {
    @Id
    UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    UUID userId;

    @Column(nullable = false, updatable = false)
    String name;

    @Column(nullable = false, updatable = false)
    byte[] hash;

    @Column(name = "project_id", updatable = false)
    @Nullable
    UUID projectId;

    @Column(name = "max_role", updatable = false)
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    Role maxRole;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    @Nullable
    Instant expiresAt;

    @Column(name = "last_used_at")
    @Nullable
    Instant lastUsedAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    /** For Hibernate. */
    TokenEntity() {}

    TokenEntity(Token token, byte[] hash) {
        id = token.id().value();
        userId = token.user().value();
        name = token.name();
        this.hash = hash.clone();
        projectId = token.project() == null ? null : token.project().value();
        maxRole = token.maxRole();
        createdAt = token.createdAt();
        expiresAt = token.expiresAt();
    }

    Token toToken() {
        return new Token(
                new TokenId(id),
                new UserId(userId),
                name,
                projectId == null ? null : new ProjectId(projectId),
                maxRole,
                createdAt,
                expiresAt,
                lastUsedAt,
                revokedAt);
    }
}
