package io.polyphony.backend.dataset.rest;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.dataset.ColumnCorrection;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetProfile;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.DatasetSummary;
import io.polyphony.backend.dataset.MediaFile;
import io.polyphony.backend.dataset.Preview;
import io.polyphony.backend.dataset.VersionSummary;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Datasets: what there is, what it looks like, what a person says it is. */
@Path("/api/v1/datasets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DatasetResource {
    private final DatasetService datasets;
    private final CurrentActor actor;

    DatasetResource(DatasetService datasets, CurrentActor actor) {
        this.datasets = datasets;
        this.actor = actor;
    }

    @GET
    @Requires(Role.VIEWER)
    public Page<DatasetSummary> list(
            @QueryParam("project") @Nullable ProjectId project,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return datasets.list(actor.get(), project, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @Requires(Role.VIEWER)
    public DatasetSummary one(@PathParam("id") DatasetId id) {
        return datasets.get(actor.get(), id);
    }

    @GET
    @Path("{id}/versions")
    @Requires(Role.VIEWER)
    public List<VersionSummary> versions(@PathParam("id") DatasetId id) {
        return datasets.versions(actor.get(), id);
    }

    /** The columns of a version; of the newest usable one where no number is given. */
    @GET
    @Path("{id}/columns")
    @Requires(Role.VIEWER)
    public List<ColumnInfo> columns(@PathParam("id") DatasetId id, @QueryParam("version") @Nullable Integer number) {
        return datasets.columns(actor.get(), version(id, number).id());
    }

    @GET
    @Path("{id}/preview")
    @Requires(Role.VIEWER)
    public Preview preview(
            @PathParam("id") DatasetId id,
            @QueryParam("version") @Nullable Integer number,
            @QueryParam("offset") @DefaultValue("0") long offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return datasets.preview(actor.get(), version(id, number).id(), offset, limit);
    }

    @GET
    @Path("{id}/profile")
    @Requires(Role.VIEWER)
    public DatasetProfile profile(@PathParam("id") DatasetId id, @QueryParam("version") @Nullable Integer number) {
        return datasets.profile(actor.get(), version(id, number).id());
    }

    /** Corrects modalities and roles, and whether NA and the like are values; the answer's newest version has them. */
    @PATCH
    @Path("{id}/columns")
    @Requires(Role.EDITOR)
    public DatasetSummary correct(@PathParam("id") DatasetId id, @NotNull List<ColumnCorrection> corrections) {
        return datasets.correctColumns(actor.get(), id, corrections);
    }

    /** The file that a cell names, or its small form: a PNG of an image, 8-bit peaks of sound. */
    @GET
    @Path("{id}/media")
    @Produces(MediaType.WILDCARD)
    @Requires(Role.VIEWER)
    public Response media(
            @PathParam("id") DatasetId id,
            @QueryParam("version") @Nullable Integer number,
            @QueryParam("path") @NotNull String path,
            @QueryParam("thumbnail") boolean thumbnail) {
        var version = version(id, number).id();
        return safe(
                thumbnail
                        ? datasets.thumbnail(actor.get(), version, path)
                        : datasets.media(actor.get(), version, path));
    }

    @DELETE
    @Path("{id}")
    @Requires(Role.EDITOR)
    public void delete(@PathParam("id") DatasetId id) {
        datasets.delete(actor.get(), id);
    }

    private VersionSummary version(DatasetId id, @Nullable Integer number) {
        return Versions.pick(datasets, actor.get(), id, number);
    }

    /** Uploaded bytes never run in a browser, whatever they hold. */
    private static Response safe(MediaFile file) {
        return Response.ok(file.bytes(), file.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, max-age=300")
                .build();
    }
}
