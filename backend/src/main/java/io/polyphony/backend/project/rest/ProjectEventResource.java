package io.polyphony.backend.project.rest;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.common.rest.EventStreams;
import io.polyphony.backend.project.ProjectService;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Apart from {@link ProjectResource}, because RESTEasy runs streams on workers, not on virtual threads. */
@Path("/api/v1/projects")
@Tag(name = "Projects")
class ProjectEventResource {
    private final ProjectService projects;
    private final EventStreams events;
    private final CurrentActor current;

    ProjectEventResource(ProjectService projects, EventStreams events, CurrentActor current) {
        this.projects = projects;
        this.events = events;
        this.current = current;
    }

    @GET
    @Path("{id}/events")
    @Blocking
    @Requires(Role.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Everything that happens in a project, as server-sent events",
            description =
                    "Goes on behind Last-Event-ID or since; without both only new events come. A comment every 15 s.")
    public Multi<OutboundSseEvent> events(
            @PathParam("id") ProjectId id,
            @HeaderParam("Last-Event-ID") @Nullable Long last,
            @QueryParam("since") @Nullable Long since) {
        var actor = current.get();
        return events.of(new EventFilter.OfProject(id), last, since, () -> projects.get(actor, id));
    }
}
