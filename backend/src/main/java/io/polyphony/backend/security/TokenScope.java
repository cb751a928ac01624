package io.polyphony.backend.security;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TokenId;
import org.jspecify.annotations.Nullable;

/**
 * What a token narrows its user's rights to.
 *
 * @param token the token that was used
 * @param project the only project it may touch; null for all of its user's
 * @param maxRole the highest role it may act in; null for its user's own
 */
public record TokenScope(
        TokenId token,
        @Nullable ProjectId project,
        @Nullable Role maxRole) {
    /** Whether the token gives everything that its user has. */
    public boolean full() {
        return project == null && maxRole == null;
    }
}
