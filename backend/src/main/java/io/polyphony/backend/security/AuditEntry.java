package io.polyphony.backend.security;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TokenId;
import io.polyphony.backend.common.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recorded write.
 *
 * @param action dotted, such as {@code dataset.upload}
 * @param subject the id of what changed
 * @param project the project it belongs to; null for instance-wide things
 * @param token the token that was used; null in the browser
 * @param request the id of the request, as in its answer's {@code X-Request-Id}; null for the platform's own work
 */
public record AuditEntry(
        long id,
        Instant at,
        UserId user,
        String userName,
        @Nullable TokenId token,
        String action,
        String subject,
        @Nullable ProjectId project,
        Map<String, Object> detail,
        @Nullable String request) {}
