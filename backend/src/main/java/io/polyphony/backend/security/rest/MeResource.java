package io.polyphony.backend.security.rest;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.SignedIn;
import io.polyphony.backend.security.TokenScope;
import io.polyphony.backend.security.User;
import io.polyphony.backend.security.UserService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/me")
@RunOnVirtualThread
@Tag(name = "Team")
class MeResource {
    /** Who asks, and what the token narrows it to. */
    record Me(
            User user,
            @Nullable ProjectId project,
            @Nullable Role maxRole) {}

    private final UserService users;
    private final CurrentActor current;

    MeResource(UserService users, CurrentActor current) {
        this.users = users;
        this.current = current;
    }

    @GET
    @SignedIn
    @Operation(summary = "Who the token belongs to")
    public Me me() {
        Actor actor = current.get();
        return new Me(
                users.get(actor, actor.id()),
                actor.token().map(TokenScope::project).orElse(null),
                actor.token().map(TokenScope::maxRole).orElse(null));
    }
}
