package io.polyphony.backend.trial.rest;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.rest.Created;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.trial.LabelCount;
import io.polyphony.backend.trial.TrialIntake;
import io.polyphony.backend.trial.TrialService;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Apart from TrialResource: JAX-RS looks for a method only in classes of one path. */
@Path("/api/v1/experiments")
@RunOnVirtualThread
@Tag(name = "Trials")
class ExperimentTrialsResource {
    private final TrialService trials;
    private final TrialIntake intake;
    private final CurrentActor current;

    /** @param assignment values by parameter; what is left out is as in the best trial so far */
    record Wanted(@NotNull Map<String, Object> assignment) {}

    ExperimentTrialsResource(TrialService trials, TrialIntake intake, CurrentActor current) {
        this.trials = trials;
        this.intake = intake;
        this.current = current;
    }

    @GET
    @Path("{id}/trials")
    @Requires(Role.VIEWER)
    @Operation(summary = "The trials of an experiment in order of their numbers")
    public Page<TrialView> page(
            @PathParam("id") ExperimentId id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return trials.page(current.get(), id, state(state), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}/labels")
    @Requires(Role.VIEWER)
    @Operation(
            summary = "How many rows of each part of the split have a label, per task",
            description =
                    "Rows without one teach the task nothing and count in none of its metrics. The first call counts them.")
    public List<LabelCount> labels(@PathParam("id") ExperimentId id) {
        return trials.labels(current.get(), id);
    }

    @POST
    @Path("{id}/trials")
    @Requires(Role.RUNNER)
    @ResponseStatus(201)
    @Operation(summary = "Have an assignment tried next, on top of the budget")
    public RestResponse<TrialView> enqueue(@PathParam("id") ExperimentId id, @NotNull @Valid Wanted wanted) {
        var actor = current.get();
        var made = trials.get(actor, intake.enqueue(actor, id, wanted.assignment()));
        return Created.in("trials", made.id(), made);
    }

    @GET
    @Path("{id}/trials.csv")
    @Produces("text/csv")
    @Requires(Role.VIEWER)
    @Operation(summary = "Its trials but referees as a table like Optuna's")
    public RestResponse<String> write(@PathParam("id") ExperimentId id) {
        return RestResponse.ResponseBuilder.ok(intake.write(current.get(), id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trials.csv\"")
                .build();
    }

    @POST
    @Path("{id}/trials.csv")
    @Consumes("text/csv")
    @Requires(Role.RUNNER)
    @Operation(summary = "Take trials over that were trained elsewhere, from a table like Optuna's")
    public TrialIntake.Imported read(@PathParam("id") ExperimentId id, @NotNull String csv) throws IOException {
        return intake.read(current.get(), id, new StringReader(csv));
    }

    private static @Nullable TrialState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(TrialState.values())
                .filter(state -> state.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Malformed("There is no state (%s). Maybe one of %s."
                        .formatted(name, Arrays.toString(TrialState.values()))));
    }
}
