package io.polyphony.backend.dataset.rest;

import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.DatasetSummary;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Data in: a form for people and curl, a raw stream for scripts and large files. */
@Path("/api/v1/datasets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class UploadResource {
    private final DatasetService datasets;
    private final UploadProjects projects;
    private final CurrentActor actor;

    UploadResource(DatasetService datasets, UploadProjects projects, CurrentActor actor) {
        this.datasets = datasets;
        this.projects = projects;
        this.actor = actor;
    }

    /**
     * Uploads the part {@code file}: a table (CSV, TSV, JSON Lines, a JSON array of objects), or a ZIP with media; {@code name} is the dataset's (else the file's, without its ending), {@code project}
     * an id (else the oldest project that the caller may upload to).
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Role.EDITOR)
    public Response form(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("name") @Nullable String name,
            @RestForm("project") @Nullable String project)
            throws IOException {
        if (file == null) {
            throw Invalid.field("/file", "The form has no part (file).%nMaybe: curl -F file=@data.csv".formatted());
        }
        if (file.fileName() == null || file.fileName().isBlank()) {
            throw Invalid.field(
                    "/file",
                    "The part (file) has no file name, which tells what it is.%nMaybe: curl -F file=@data.csv"
                            .formatted());
        }
        var dataset = name == null || name.isBlank() ? withoutEnding(file.fileName()) : name;
        return created(datasets.upload(
                actor.get(), projects.pick(actor.get(), project), dataset, file.fileName(), file.uploadedFile()));
    }

    /** Uploads the body itself; a known name gets a further version. The body is never held in memory. */
    @PUT
    @Path("{name}/content")
    @Consumes(MediaType.WILDCARD)
    @Requires(Role.EDITOR)
    public Response stream(
            @PathParam("name") String name,
            @QueryParam("project") @Nullable String project,
            @QueryParam("fileName") @Nullable String fileName,
            InputStream body)
            throws IOException {
        var of = projects.pick(actor.get(), project);
        try {
            return created(
                    datasets.upload(actor.get(), of, name, fileName == null ? name : fileName, new RequestBody(body)));
        } catch (RequestBody.BrokenOff e) {
            throw new Malformed("The upload broke off before its end; nothing of it was kept.");
        }
    }

    private static Response created(DatasetSummary dataset) {
        return Response.created(URI.create("/api/v1/datasets/" + dataset.id()))
                .entity(dataset)
                .build();
    }

    private static String withoutEnding(String file) {
        var last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        var dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }
}
