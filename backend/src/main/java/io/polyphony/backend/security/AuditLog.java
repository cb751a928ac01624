package io.polyphony.backend.security;

import io.polyphony.backend.common.ProjectId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The append-only record of writes: who, with which token, what, in which request. */
public interface AuditLog {
    /**
     * Records a write within the caller's transaction. Request id and token are filled in.
     *
     * @param action dotted, such as {@code dataset.upload} or {@code trial.promote}
     * @param subject the thing that changed, by preference its typed id
     * @param project the project it belongs to; null for instance-wide things
     * @param detail further facts as JSON values; never secrets
     */
    void record(Actor actor, String action, Object subject, @Nullable ProjectId project, Map<String, ?> detail);
}
