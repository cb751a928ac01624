package io.polyphony.backend.model.rest;

import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.model.ExportService;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/models/{id}/keras")
@RunOnVirtualThread
@Tag(name = "Models")
class ExportResource {
    private final ExportService exports;
    private final CurrentActor current;

    ExportResource(ExportService exports, CurrentActor current) {
        this.exports = exports;
        this.current = current;
    }

    @GET
    @Produces("application/x-hdf5")
    @Requires(Role.VIEWER)
    @Operation(summary = "A model's network as a Keras model (HDF5), where all of its layers have a match there")
    public Response keras(@PathParam("id") ModelId id) {
        var file = exports.keras(current.get(), id);
        return Response.ok(file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file.name()))
                .build();
    }
}
