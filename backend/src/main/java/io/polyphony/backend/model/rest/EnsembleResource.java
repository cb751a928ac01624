package io.polyphony.backend.model.rest;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.model.Combination;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/experiments")
@RunOnVirtualThread
@Tag(name = "Models")
class EnsembleResource {
    private final ModelService models;
    private final CurrentActor current;

    EnsembleResource(ModelService models, CurrentActor current) {
        this.models = models;
        this.current = current;
    }

    /**
     * What is wanted.
     *
     * @param name of the model; null: after its experiment
     * @param ensemble how weights are found: greedy or stacking; null: greedy
     */
    record NewEnsemble(@Nullable String name, @Nullable String ensemble) {}

    @POST
    @Path("{id}/promote")
    @Requires(Role.RUNNER)
    @Operation(
            summary =
                    "Make an ensemble of the experiment's best trials, task by task, and open the sealed test split for it, once")
    public ModelView promote(@PathParam("id") ExperimentId id, @Nullable NewEnsemble request) {
        var wanted = request == null ? new NewEnsemble(null, null) : request;
        return models.promoteEnsemble(current.get(), id, wanted.name(), Combination.named(wanted.ensemble()));
    }
}
