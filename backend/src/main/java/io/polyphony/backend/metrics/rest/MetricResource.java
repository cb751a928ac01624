package io.polyphony.backend.metrics.rest;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.metrics.Gradients;
import io.polyphony.backend.metrics.MetricService;
import io.polyphony.backend.metrics.TaskMetric;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/trials")
@RunOnVirtualThread
@Tag(name = "Trials")
class MetricResource {
    private final MetricService metrics;
    private final CurrentActor current;

    MetricResource(MetricService metrics, CurrentActor current) {
        this.metrics = metrics;
        this.current = current;
    }

    /** The metrics of a trial. */
    record Metrics(TrialId trial, List<TaskMetric> metrics) {}

    /** The curves of a trial. */
    record Curves(TrialId trial, List<Curve> curves) {}

    @GET
    @Path("{id}/metrics")
    @Requires(Role.VIEWER)
    @Operation(summary = "Best, last and kept value of every metric of a trial")
    public Metrics metrics(@PathParam("id") TrialId id) {
        return new Metrics(id, metrics.metrics(current.get(), id));
    }

    @GET
    @Path("{id}/curves")
    @Requires(Role.VIEWER)
    @Operation(summary = "Metrics, losses and loss weights of a trial over its epochs")
    public Curves curves(@PathParam("id") TrialId id, @QueryParam("points") @Nullable Integer points) {
        int most = points == null ? MetricService.DEFAULT_POINTS : points;
        return new Curves(id, metrics.curves(current.get(), id, most));
    }

    @GET
    @Path("{id}/gradients")
    @Requires(Role.VIEWER)
    @Operation(summary = "Whether the tasks' gradients agree in a trial, and which of them dominates")
    public Gradients gradients(@PathParam("id") TrialId id) {
        return metrics.gradients(current.get(), id);
    }
}
