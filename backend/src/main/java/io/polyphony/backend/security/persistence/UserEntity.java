package io.polyphony.backend.security.persistence;

import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "app_user")
class UserEntity {
    @Id
    UUID id;

    @Column(nullable = false, updatable = false)
    String name;

    @Column(name = "display_name", nullable = false)
    String displayName;

    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    @Column(nullable = false)
    boolean admin;

    @Column(nullable = false)
    boolean disabled;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    /** For Hibernate. */
    UserEntity() {}

    UserEntity(User user, Optional<String> passwordHash) {
        id = user.id().value();
        name = user.name();
        createdAt = user.createdAt();
        this.passwordHash = passwordHash.orElse(null);
        take(user);
    }

    final void take(User user) {
        displayName = user.displayName();
        admin = user.admin();
        disabled = user.disabled();
    }

    User toUser() {
        return new User(new UserId(id), name, displayName, admin, disabled, createdAt);
    }
}
