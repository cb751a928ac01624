package io.polyphony.backend.model.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.model.ExplanationView;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.model.Prediction;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/models")
@RunOnVirtualThread
@Tag(name = "Models")
class ModelResource {
    private final ModelService models;
    private final CurrentActor current;

    ModelResource(ModelService models, CurrentActor current) {
        this.models = models;
        this.current = current;
    }

    /** Rows as JSON objects: cells by column; images and audio as base64. */
    record Questions(@NotNull List<Map<String, JsonNode>> rows) {}

    /** Per row, by task. */
    record Answers(List<Map<String, Prediction>> predictions) {}

    @GET
    @SignedIn
    @Operation(summary = "The models that you may see, newest first")
    public Page<ModelView> page(
            @QueryParam("project") @Nullable ProjectId project,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return models.list(current.get(), project, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Requires(Role.VIEWER)
    @Operation(summary = "One model with its sealed test metrics")
    public ModelView get(@PathParam("id") ModelId id) {
        return models.get(current.get(), id);
    }

    @GET
    @Path("{id}/bundle")
    @Produces("application/zip")
    @Requires(Role.VIEWER)
    @Operation(summary = "The model as one ZIP file that any JVM loads and asks, with its networks as ONNX")
    public Response bundle(@PathParam("id") ModelId id) {
        var file = models.file(current.get(), id);
        StreamingOutput body = out -> file.bundle().write(out);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file.name()))
                .build();
    }

    @GET
    @Path("{id}/explanation")
    @Requires(Role.VIEWER)
    @Operation(
            summary =
                    "What a model's answers rest on, by task, column and input; begins to find out when first asked, and tells how far it is")
    public ExplanationView explanation(@PathParam("id") ModelId id) {
        return models.explanation(current.get(), id);
    }

    @POST
    @Path("{id}/predictions")
    @Requires(Role.VIEWER)
    @Operation(summary = "Ask a model about rows")
    public Answers predict(@PathParam("id") ModelId id, @NotNull @Valid Questions request) {
        return new Answers(models.predict(current.get(), id, request.rows()));
    }
}
