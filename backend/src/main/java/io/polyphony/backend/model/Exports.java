package io.polyphony.backend.model;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.security.Role;
import io.polyphony.engine.export.KerasFile;
import io.polyphony.engine.export.NotInKeras;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Writes models in formats of others. */
@ApplicationScoped
@Transactional
class Exports implements ExportService {
    private final ModelStore store;
    private final Committee committee;
    private final Access access;
    private final AuditLog audit;

    Exports(ModelStore store, Committee committee, Access access, AuditLog audit) {
        this.store = store;
        this.committee = committee;
        this.access = access;
        this.audit = audit;
    }

    @Override
    public ExportedFile keras(Actor actor, ModelId id) {
        var model = store.find(id).orElseThrow(() -> NotFound.of("model", id));
        access.require(actor, model.project(), Role.VIEWER, "model", id);
        var members = committee.bundle(model).members();
        if (members.size() > 1) {
            throw new Conflict(
                    "The model has %d networks, but a Keras file holds one. Maybe distil it into a single one, or take the bundle."
                            .formatted(members.size()));
        }
        try {
            var bytes = KerasFile.of(members.getFirst().network());
            audit.record(actor, "model.download", id, model.project(), Map.of("format", "keras"));
            return new ExportedFile(model.name().replaceAll("[^A-Za-z0-9._-]+", "-") + ".h5", bytes);
        } catch (NotInKeras refused) {
            throw new Conflict(String.valueOf(refused.getMessage()));
        }
    }
}
