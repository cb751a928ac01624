package io.polyphony.backend.model.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.model.Evaluation;
import io.polyphony.backend.model.ExplanationView;
import io.polyphony.backend.model.ModelDifference;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.model.Prediction;
import io.polyphony.backend.model.RowReason;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.SignedIn;
import io.polyphony.engine.explanation.Question;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

    /**
     * Rows as JSON objects: cells by column; images and audio as base64.
     *
     * @param thresholds from which probability on it says yes, for this time, by task and by class or label; null: the model's
     */
    record Questions(
            @NotNull List<Map<String, JsonNode>> rows,
            @Nullable Map<String, Map<String, Double>> thresholds) {
        Map<String, Map<String, Double>> moved() {
            return thresholds == null ? Map.of() : thresholds;
        }
    }

    /** Operating points by task and by class or label, above 0 and below 1; what is left out stays. */
    record NewThresholds(@NotNull Map<String, Map<String, Double>> thresholds) {}

    /** @param with another model of the same experiment */
    record Rival(@NotNull ModelId with) {}

    /**
     * One row, and which number of the answer is to be explained.
     *
     * @param rows a single one; of a forecast, the last steps of time
     * @param output a class, a label or a step from 1; null: the most probable one, the mean of all steps
     */
    record Asked(
            @NotNull List<Map<String, JsonNode>> rows,
            @NotNull String task,
            @Nullable String output) {}

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
        return new Answers(models.predict(current.get(), id, request.rows(), request.moved()));
    }

    @PUT
    @Path("{id}/thresholds")
    @Requires(Role.RUNNER)
    @Operation(summary = "Choose from which probability on a model says yes")
    public ModelView decide(@PathParam("id") ModelId id, @NotNull @Valid NewThresholds request) {
        return models.decide(current.get(), id, request.thresholds());
    }

    @GET
    @Path("{id}/evaluation")
    @Requires(Role.VIEWER)
    @Operation(
            summary =
                    "What the sealed test rows said of a model when it was promoted: intervals, ROC, precision-recall and calibration curves, confusion")
    public Evaluation evaluation(@PathParam("id") ModelId id) {
        return models.evaluation(current.get(), id);
    }

    @POST
    @Path("{id}/comparisons")
    @Requires(Role.RUNNER)
    @Operation(
            summary =
                    "Whether a model differs from another of its experiment by more than chance, on the sealed test rows: a logged look")
    public ModelDifference compare(@PathParam("id") ModelId id, @NotNull @Valid Rival request) {
        return models.compare(current.get(), id, request.with());
    }

    @POST
    @Path("{id}/explanations")
    @Requires(Role.VIEWER)
    @Operation(
            summary =
                    "Why a model answers for one row as it does: shares of pixels, words, mel frames, steps and cells")
    public RowReason explain(@PathParam("id") ModelId id, @NotNull @Valid Asked request) {
        return models.explain(current.get(), id, request.rows(), new Question(request.task(), request.output()));
    }
}
