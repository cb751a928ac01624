package io.polyphony.backend.metrics.rest;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.metrics.Gradients;
import io.polyphony.backend.metrics.MetricService;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/experiments")
@RunOnVirtualThread
@Tag(name = "Experiments")
class GradientResource {
    private final MetricService metrics;
    private final CurrentActor current;

    GradientResource(MetricService metrics, CurrentActor current) {
        this.metrics = metrics;
        this.current = current;
    }

    @GET
    @Path("{id}/gradients")
    @Requires(Role.VIEWER)
    @Operation(
            summary = "Whether the tasks' gradients agree over its trials, and whether gradient surgery is worth a try")
    public Gradients ofExperiment(@PathParam("id") ExperimentId id) {
        return metrics.gradients(current.get(), id);
    }
}
