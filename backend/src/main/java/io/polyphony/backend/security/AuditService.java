package io.polyphony.backend.security;

import io.polyphony.backend.common.Cursor;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and shows the audit log. Owners see their project's entries, administrators all, others what they did. */
@ApplicationScoped
public class AuditService implements AuditLog {
    private final AuditStore entries;
    private final Access access;

    AuditService(AuditStore entries, Access access) {
        this.entries = entries;
        this.access = access;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Actor actor, String action, Object subject, @Nullable ProjectId project, Map<String, ?> detail) {
        entries.add(
                actor,
                action,
                subject.toString(),
                project,
                detail,
                RequestId.current().orElse(null));
    }

    /** Entries, newest first. Without a project, who is no administrator sees the own entries only. */
    public Page<AuditEntry> page(Actor actor, AuditFilter filter, PageRequest request) {
        var allowed = narrowed(actor, filter);
        return request.page(entries.page(allowed, request), entry -> Cursor.of(entry.id()));
    }

    private AuditFilter narrowed(Actor actor, AuditFilter filter) {
        if (filter.project() != null) {
            access.require(actor, filter.project(), Role.OWNER);
            return filter;
        }
        var only = actor.token().map(TokenScope::project);
        if (only.isPresent()) {
            return narrowed(actor, new AuditFilter(only.get(), filter.user()));
        }
        if (!actor.admin() && filter.user() != null && !filter.user().equals(actor.id())) {
            access.requireAdmin(actor);
        }
        return actor.admin() ? filter : new AuditFilter(null, actor.id());
    }
}
