package io.polyphony.backend.model.rest;

import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.model.Variant;
import io.polyphony.backend.model.VariantKind;
import io.polyphony.backend.model.VariantRequest;
import io.polyphony.backend.model.VariantService;
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

@Path("/api/v1/trials")
@RunOnVirtualThread
@Tag(name = "Models")
class PromotionResource {
    private final ModelService models;
    private final VariantService variants;
    private final CurrentActor current;

    PromotionResource(ModelService models, VariantService variants, CurrentActor current) {
        this.models = models;
        this.variants = variants;
        this.current = current;
    }

    /**
     * What is wanted.
     *
     * @param name of the model; null: after its experiment and trial
     * @param refit whether a variant is made of it that has learned from validation rows as well, unless there is one; null: no
     */
    record NewModel(@Nullable String name, @Nullable Boolean refit) {}

    @POST
    @Path("{id}/promote")
    @Requires(Role.RUNNER)
    @Operation(
            summary =
                    "Make a model of a trial and open the sealed test split for it, once; with refit, begin to make a variant of it that has learned from validation rows as well")
    public ModelView promote(@PathParam("id") TrialId id, @Nullable NewModel request) {
        var wanted = request == null ? new NewModel(null, null) : request;
        var model = models.promote(current.get(), id, wanted.name());
        if (Boolean.TRUE.equals(wanted.refit())) {
            refit(model.id());
        }
        return model;
    }

    private void refit(ModelId model) {
        boolean known = variants.of(current.get(), model).stream()
                .anyMatch(variant ->
                        variant.plan().kind() == VariantKind.REFIT && variant.state() != Variant.State.FAILED);
        if (!known) {
            variants.make(current.get(), model, VariantRequest.of(VariantKind.REFIT));
        }
    }
}
