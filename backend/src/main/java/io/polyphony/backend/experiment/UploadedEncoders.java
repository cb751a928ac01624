package io.polyphony.backend.experiment;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.upload.BlobStore;
import io.polyphony.engine.data.FrozenFeatures;
import io.polyphony.engine.data.FrozenInput;
import io.polyphony.engine.frozen.FrozenNetwork;
import io.polyphony.engine.frozen.FrozenText;
import io.polyphony.engine.frozen.FrozenVocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ready-made networks that projects bring along, to read their inputs. */
@ApplicationScoped
@Transactional
public class UploadedEncoders {
    /** Every model that uses one carries it. */
    public static final long MOST_BYTES = 32L << 20;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");
    private static final String TYPE = "application/x-onnx";

    private final UploadedEncoderStore store;
    private final BlobStore blobs;
    private final Access access;
    private final AuditLog audit;
    private final DbClock clock;

    UploadedEncoders(UploadedEncoderStore store, BlobStore blobs, Access access, AuditLog audit, DbClock clock) {
        this.store = store;
        this.blobs = blobs;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** By name; for viewers. */
    public List<UploadedEncoder> list(Actor actor, ProjectId project) {
        access.require(actor, project, Role.VIEWER);
        return store.list(project);
    }

    /**
     * Adds an ONNX file after it has read an empty row; for editors.
     *
     * @param vocabulary of a network that reads texts: what its vocab.txt has; kept within the file
     * @throws Invalid when the file cannot be used for that input, saying why
     */
    public UploadedEncoder add(
            Actor actor,
            ProjectId project,
            String name,
            FrozenInput read,
            byte[] network,
            byte @Nullable [] vocabulary) {
        access.require(actor, project, Role.EDITOR);
        if (!NAME.matcher(name).matches()) {
            throw Invalid.field(
                    "/name",
                    "The name (%s) must be up to 60 small letters, digits, dots and dashes. Maybe resnet-imagenet."
                            .formatted(name));
        }
        var file = vocabulary == null ? network : with(network, vocabulary, read);
        int width = width(read, file);
        var content = blobs.put(file, TYPE);
        var encoder =
                new UploadedEncoder(name, new FrozenFeatures(content.hex(), read, width), file.length, clock.now());
        if (!store.add(project, encoder)) {
            throw new Conflict("The project has an encoder (%s) already. Maybe delete that one first.".formatted(name));
        }
        audit.record(actor, "encoder.upload", name, project, Map.of("content", content.hex()));
        return encoder;
    }

    private static byte[] with(byte[] network, byte[] vocabulary, FrozenInput read) {
        if (!(read instanceof FrozenInput.Texts)) {
            throw Invalid.field(
                    "/vocabulary",
                    "There is a vocabulary of %d bytes, but the network reads no texts. Maybe leave it out, or say that it reads texts."
                            .formatted(vocabulary.length));
        }
        try {
            return FrozenVocabulary.with(network, vocabulary);
        } catch (IllegalArgumentException unfit) {
            throw Invalid.field("/file", String.valueOf(unfit.getMessage()));
        }
    }

    private static int width(FrozenInput read, byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Invalid.field(
                    "/file",
                    "The file has %d bytes, more than %d, which every model would carry. Maybe export it in half precision or take a smaller one."
                            .formatted(file.length, MOST_BYTES));
        }
        try {
            return measured(read, file);
        } catch (IllegalArgumentException unfit) {
            throw Invalid.field("/file", String.valueOf(unfit.getMessage()));
        }
    }

    private static int measured(FrozenInput read, byte[] file) {
        if (read instanceof FrozenInput.Texts texts) {
            try (var network = FrozenText.open(file, texts.length(), texts.lowercase())) {
                return network.width();
            }
        }
        try (var network = FrozenNetwork.open(file, read.shape())) {
            return network.width();
        }
    }

    /** Takes it from the list; models and trials that use it keep it. For editors. */
    public void remove(Actor actor, ProjectId project, String name) {
        access.require(actor, project, Role.EDITOR);
        if (!store.remove(project, name)) {
            throw NotFound.of("encoder", name);
        }
        audit.record(actor, "encoder.delete", name, project, Map.of());
    }
}
