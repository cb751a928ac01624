package io.polyphony.backend.experiment.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.experiment.UploadedEncoder;
import io.polyphony.backend.experiment.UploadedEncoders;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.engine.data.FrozenInput;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Ready-made networks: ONNX files that read pictures, sounds, texts or numbers and say an embedding. */
@Path("/api/v1/projects/{project}/encoders")
@RunOnVirtualThread
@Tag(name = "Experiments")
class EncoderResource {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EXAMPLE =
            "{\"kind\":\"pictures\",\"size\":64,\"channels\":3,\"mean\":[0.485,0.456,0.406],\"deviation\":[0.229,0.224,0.225]}";

    private final UploadedEncoders encoders;
    private final CurrentActor current;

    /** All of a project. */
    record Encoders(List<UploadedEncoder> items) {}

    EncoderResource(UploadedEncoders encoders, CurrentActor current) {
        this.encoders = encoders;
        this.current = current;
    }

    @GET
    @Requires(Role.VIEWER)
    @Operation(summary = "The project's uploaded encoders by name; searches name them with onnx: before it")
    public Encoders list(@PathParam("project") ProjectId project) {
        return new Encoders(encoders.list(current.get(), project));
    }

    /** The parts {@code file}, {@code name}, and {@code input}: as JSON, what the network reads of a row; of texts {@code vocabulary}, its vocab.txt. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Role.EDITOR)
    @ResponseStatus(201)
    @Operation(summary = "Upload an ONNX file that says an embedding; it is tried before it is kept")
    public UploadedEncoder upload(
            @PathParam("project") ProjectId project,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("name") @Nullable String name,
            @RestForm("input") @Nullable String input,
            @RestForm("vocabulary") @Nullable FileUpload vocabulary)
            throws IOException {
        if (file == null) {
            throw Invalid.field("/file", "The form has no part (file).%nMaybe: curl -F file=@network.onnx".formatted());
        }
        if (file.size() > UploadedEncoders.MOST_BYTES) {
            throw Invalid.field(
                    "/file",
                    "The file has %d bytes, more than %d.".formatted(file.size(), UploadedEncoders.MOST_BYTES));
        }
        return encoders.add(
                current.get(),
                project,
                name == null ? "" : name.strip(),
                parsed(input),
                Files.readAllBytes(file.uploadedFile()),
                vocabulary == null ? null : Files.readAllBytes(vocabulary.uploadedFile()));
    }

    @DELETE
    @Path("{name}")
    @Requires(Role.EDITOR)
    @Operation(summary = "Take an encoder from the list; models that use it keep it")
    public void remove(@PathParam("project") ProjectId project, @PathParam("name") String name) {
        encoders.remove(current.get(), project, name);
    }

    private static FrozenInput parsed(@Nullable String input) {
        if (input == null || input.isBlank()) {
            throw Invalid.field("/input", "The form does not say what the network reads. Maybe %s.".formatted(EXAMPLE));
        }
        try {
            return JSON.readValue(input, FrozenInput.class);
        } catch (JsonProcessingException e) {
            var why = e.getCause() instanceof IllegalArgumentException range
                    ? range.getMessage()
                    : e.getOriginalMessage();
            throw Invalid.field("/input", "The input (%s) cannot be read: %s Maybe %s.".formatted(input, why, EXAMPLE));
        }
    }
}
