package io.polyphony.backend.experiment.rest;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.rest.Created;
import io.polyphony.backend.experiment.BudgetRequest;
import io.polyphony.backend.experiment.ExperimentRequest;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.experiment.SearchCatalog;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/experiments")
@RunOnVirtualThread
@Tag(name = "Experiments")
class ExperimentResource {
    private final ExperimentService experiments;
    private final CurrentActor current;

    ExperimentResource(ExperimentService experiments, CurrentActor current) {
        this.experiments = experiments;
        this.current = current;
    }

    @GET
    @SignedIn
    @Operation(summary = "The experiments that you may see, newest first")
    public Page<ExperimentView> page(
            @QueryParam("project") @Nullable ProjectId project,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return experiments.list(current.get(), project, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("choices")
    @SignedIn
    @Operation(summary = "What a search may choose, each with its explanation")
    public SearchCatalog choices() {
        return SearchCatalog.all();
    }

    @POST
    @Requires(Role.RUNNER)
    @ResponseStatus(201)
    @Operation(summary = "Start a search")
    public RestResponse<ExperimentView> create(@NotNull ExperimentRequest request) {
        var made = experiments.create(current.get(), request);
        return Created.in("experiments", made.id(), made);
    }

    @GET
    @Path("{id}")
    @Requires(Role.VIEWER)
    @Operation(summary = "One experiment with its progress")
    public ExperimentView get(@PathParam("id") ExperimentId id) {
        return experiments.get(current.get(), id);
    }

    @POST
    @Path("{id}/actions/pause")
    @Requires(Role.RUNNER)
    @Operation(summary = "Stop its trials; each keeps its checkpoint")
    public ExperimentView pause(@PathParam("id") ExperimentId id) {
        return experiments.pause(current.get(), id);
    }

    @POST
    @Path("{id}/actions/resume")
    @Requires(Role.RUNNER)
    @Operation(summary = "Go on after a pause")
    public ExperimentView resume(@PathParam("id") ExperimentId id) {
        return experiments.resume(current.get(), id);
    }

    @POST
    @Path("{id}/actions/cancel")
    @Requires(Role.RUNNER)
    @Operation(summary = "End it; finished trials stay")
    public ExperimentView cancel(@PathParam("id") ExperimentId id) {
        return experiments.cancel(current.get(), id);
    }

    @POST
    @Path("{id}/actions/extend")
    @Requires(Role.RUNNER)
    @Operation(summary = "Add trials or minutes to its budget, also after its end")
    public ExperimentView extend(@PathParam("id") ExperimentId id, @NotNull BudgetRequest more) {
        return experiments.extend(current.get(), id, more);
    }
}
