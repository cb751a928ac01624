package io.polyphony.backend.security.rest;

import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.common.rest.Created;
import io.polyphony.backend.security.AdminOnly;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.NewUser;
import io.polyphony.backend.security.User;
import io.polyphony.backend.security.UserChange;
import io.polyphony.backend.security.UserService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/users")
@RunOnVirtualThread
@Tag(name = "Team")
class UserResource {
    private final UserService users;
    private final CurrentActor current;

    UserResource(UserService users, CurrentActor current) {
        this.users = users;
        this.current = current;
    }

    @GET
    @AdminOnly
    @Operation(summary = "All users by name")
    public Page<User> page(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return users.page(current.get(), PageRequest.of(limit, cursor));
    }

    @POST
    @AdminOnly
    @ResponseStatus(201)
    @Operation(summary = "Add a user")
    public RestResponse<User> create(NewUser request) {
        var made = users.create(current.get(), request);
        return Created.in("users", made.id(), made);
    }

    @GET
    @Path("{id}")
    @AdminOnly
    @Operation(summary = "One user")
    public User get(@PathParam("id") UserId id) {
        return users.get(current.get(), id);
    }

    @PATCH
    @Path("{id}")
    @AdminOnly
    @Operation(summary = "Change a user: display name, administrator or not, disabled or not, password")
    public User change(@PathParam("id") UserId id, UserChange change) {
        return users.change(current.get(), id, change);
    }
}
