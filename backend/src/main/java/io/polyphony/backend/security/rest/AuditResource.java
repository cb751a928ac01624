package io.polyphony.backend.security.rest;

import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.AuditEntry;
import io.polyphony.backend.security.AuditFilter;
import io.polyphony.backend.security.AuditService;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/audit")
@RunOnVirtualThread
@Tag(name = "Team")
class AuditResource {
    private final AuditService audit;
    private final CurrentActor current;

    AuditResource(AuditService audit, CurrentActor current) {
        this.audit = audit;
        this.current = current;
    }

    @GET
    @SignedIn
    @Operation(
            summary = "Who wrote what, newest first",
            description =
                    "With a project: for its owners. Without: administrators see everything, others what they did.")
    public Page<AuditEntry> page(
            @QueryParam("project") @Nullable ProjectId project,
            @QueryParam("user") @Nullable UserId user,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return audit.page(current.get(), new AuditFilter(project, user), PageRequest.of(limit, cursor));
    }
}
