package io.polyphony.backend.model.rest;

import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.VariantId;
import io.polyphony.backend.model.ExportedFile;
import io.polyphony.backend.model.Variant;
import io.polyphony.backend.model.VariantRequest;
import io.polyphony.backend.model.VariantService;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/models/{id}/variants")
@RunOnVirtualThread
@Tag(name = "Models")
class VariantResource {
    private static final int ACCEPTED = 202;
    private final VariantService variants;
    private final CurrentActor current;

    VariantResource(VariantService variants, CurrentActor current) {
        this.variants = variants;
        this.current = current;
    }

    @GET
    @Requires(Role.VIEWER)
    @Operation(
            summary =
                    "A model's variants, newest first: how far each is, and its size, latency and metrics before and after, on validation rows, or on test rows for a refit")
    public List<Variant> list(@PathParam("id") ModelId id) {
        return variants.of(current.get(), id);
    }

    @POST
    @Requires(Role.RUNNER)
    @Operation(
            summary =
                    "Begin to make a variant of a model: int8 or fp16 weights, pruned, distilled into narrower layers, or refit on train and validation rows (a logged look at the test rows)")
    @ResponseStatus(ACCEPTED)
    public Variant make(@PathParam("id") ModelId id, @NotNull @Valid VariantRequest request) {
        return variants.make(current.get(), id, request);
    }

    @POST
    @Path("{variant}/predictions")
    @Requires(Role.VIEWER)
    @Operation(summary = "Ask a variant about rows, as a model is asked")
    public ModelResource.Answers predict(
            @PathParam("id") ModelId id,
            @PathParam("variant") VariantId variant,
            @NotNull @Valid ModelResource.Questions request) {
        return new ModelResource.Answers(variants.predict(current.get(), id, variant, request.rows(), request.moved()));
    }

    @GET
    @Path("{variant}/bundle")
    @Produces("application/zip")
    @Requires(Role.VIEWER)
    @Operation(summary = "A variant as one ZIP file that any JVM loads and asks, with its networks as ONNX")
    public Response bundle(@PathParam("id") ModelId id, @PathParam("variant") VariantId variant) {
        return file(variants.bundle(current.get(), id, variant));
    }

    @GET
    @Path("{variant}/onnx")
    @Produces("application/octet-stream")
    @Requires(Role.VIEWER)
    @Operation(summary = "A variant's network as ONNX")
    public Response onnx(@PathParam("id") ModelId id, @PathParam("variant") VariantId variant) {
        return file(variants.onnx(current.get(), id, variant));
    }

    private static Response file(ExportedFile file) {
        return Response.ok(file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file.name()))
                .build();
    }
}
