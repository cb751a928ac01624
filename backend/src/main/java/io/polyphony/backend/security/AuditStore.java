package io.polyphony.backend.security;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where audit entries are kept. */
public interface AuditStore {
    /** Adds an entry within the caller's transaction; time and number are the database's. */
    void add(
            Actor actor,
            String action,
            String subject,
            @Nullable ProjectId project,
            Map<String, ?> detail,
            @Nullable String request);

    /** Entries, newest first, one more than the page's limit. */
    List<AuditEntry> page(AuditFilter filter, PageRequest request);
}
