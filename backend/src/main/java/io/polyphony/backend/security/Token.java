package io.polyphony.backend.security;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TokenId;
import io.polyphony.backend.common.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A personal API token, without its secret: that is shown once and only its SHA-256 is kept.
 *
 * @param user whose token it is
 * @param name what the user calls it
 * @param project the only project it may touch; null for all of its user's
 * @param maxRole the highest role it may act in; null for its user's own
 * @param expiresAt from when on it is refused; null for never
 * @param lastUsedAt when it was last used, to the minute; null for never
 * @param revokedAt when it was revoked; null while it is valid
 */
public record Token(
        TokenId id,
        UserId user,
        String name,
        @Nullable ProjectId project,
        @Nullable Role maxRole,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    /** Whether the token opens doors at the given time. */
    public boolean valid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
