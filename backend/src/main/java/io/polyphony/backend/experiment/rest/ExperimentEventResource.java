package io.polyphony.backend.experiment.rest;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.common.rest.EventStreams;
import io.polyphony.backend.experiment.ExperimentService;
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

/** Apart from {@link ExperimentResource}, because RESTEasy runs streams on workers, not on virtual threads. */
@Path("/api/v1/experiments")
@Tag(name = "Experiments")
class ExperimentEventResource {
    private final ExperimentService experiments;
    private final CurrentActor current;
    private final EventStreams streams;

    ExperimentEventResource(ExperimentService experiments, CurrentActor current, EventStreams streams) {
        this.experiments = experiments;
        this.current = current;
        this.streams = streams;
    }

    @GET
    @Path("{id}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(Role.VIEWER)
    @Operation(summary = "What happens to it and its trials, as server-sent events; resumes behind Last-Event-ID")
    public Multi<OutboundSseEvent> events(
            @PathParam("id") ExperimentId id,
            @HeaderParam("Last-Event-ID") @Nullable Long lastEventId,
            @QueryParam("since") @Nullable Long since) {
        var actor = current.get();
        return streams.of(new EventFilter.OfExperiment(id), lastEventId, since, () -> experiments.get(actor, id));
    }
}
