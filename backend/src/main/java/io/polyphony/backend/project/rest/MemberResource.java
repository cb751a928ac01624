package io.polyphony.backend.project.rest;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.common.rest.Created;
import io.polyphony.backend.project.Member;
import io.polyphony.backend.project.MemberService;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/projects/{project}/members")
@RunOnVirtualThread
@Tag(name = "Projects")
class MemberResource {
    /** A member to be: the user's login name and the role. */
    record NewMember(@NotBlank String user, @NotNull Role role) {}

    /** Another role. */
    record RoleChange(@NotNull Role role) {}

    /** All members; a project has few enough for one answer. */
    record Members(List<Member> items) {}

    private final MemberService members;
    private final CurrentActor current;

    MemberResource(MemberService members, CurrentActor current) {
        this.members = members;
        this.current = current;
    }

    @GET
    @Requires(Role.VIEWER)
    @Operation(summary = "The members by name")
    public Members list(@PathParam("project") ProjectId project) {
        return new Members(members.list(current.get(), project));
    }

    @POST
    @Requires(Role.OWNER)
    @ResponseStatus(201)
    @Operation(summary = "Add a member by login name")
    public RestResponse<Member> add(@PathParam("project") ProjectId project, @NotNull @Valid NewMember request) {
        var made = members.add(current.get(), project, request.user(), request.role());
        return Created.in("projects/%s/members".formatted(project), made.user(), made);
    }

    @PUT
    @Path("{user}")
    @Requires(Role.OWNER)
    @Operation(summary = "Change a member's role")
    public Member setRole(
            @PathParam("project") ProjectId project,
            @PathParam("user") UserId user,
            @NotNull @Valid RoleChange change) {
        return members.setRole(current.get(), project, user, change.role());
    }

    @DELETE
    @Path("{user}")
    @Requires(Role.OWNER)
    @Operation(summary = "Remove a member; members of every role may remove themselves")
    public void remove(@PathParam("project") ProjectId project, @PathParam("user") UserId user) {
        members.remove(current.get(), project, user);
    }
}
