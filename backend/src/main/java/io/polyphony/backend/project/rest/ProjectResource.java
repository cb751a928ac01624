package io.polyphony.backend.project.rest;

import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.rest.Created;
import io.polyphony.backend.project.NewProject;
import io.polyphony.backend.project.Project;
import io.polyphony.backend.project.ProjectChange;
import io.polyphony.backend.project.ProjectService;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.SignedIn;
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

@Path("/api/v1/projects")
@RunOnVirtualThread
@Tag(name = "Projects")
class ProjectResource {
    private final ProjectService projects;
    private final CurrentActor current;

    ProjectResource(ProjectService projects, CurrentActor current) {
        this.projects = projects;
        this.current = current;
    }

    @GET
    @SignedIn
    @Operation(summary = "Your projects, oldest first")
    public Page<Project> page(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return projects.page(current.get(), PageRequest.of(limit, cursor));
    }

    @POST
    @SignedIn
    @ResponseStatus(201)
    @Operation(summary = "Make a project; you become its owner")
    public RestResponse<Project> create(NewProject request) {
        var made = projects.create(current.get(), request);
        return Created.in("projects", made.id(), made);
    }

    @GET
    @Path("{id}")
    @Requires(Role.VIEWER)
    @Operation(summary = "One project")
    public Project get(@PathParam("id") ProjectId id) {
        return projects.get(current.get(), id);
    }

    @PATCH
    @Path("{id}")
    @Requires(Role.OWNER)
    @Operation(summary = "Rename or describe a project")
    public Project change(@PathParam("id") ProjectId id, ProjectChange change) {
        return projects.change(current.get(), id, change);
    }
}
