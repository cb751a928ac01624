package io.polyphony.backend.trial.rest;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.trial.TrialService;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Apart from TrialResource: JAX-RS looks for a method only in classes of one path. */
@Path("/api/v1/experiments")
@RunOnVirtualThread
@Tag(name = "Trials")
class ExperimentTrialsResource {
    private final TrialService trials;
    private final CurrentActor current;

    ExperimentTrialsResource(TrialService trials, CurrentActor current) {
        this.trials = trials;
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
