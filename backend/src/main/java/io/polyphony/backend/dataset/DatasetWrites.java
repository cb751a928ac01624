package io.polyphony.backend.dataset;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.dataset.importing.ContentHash;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The changes of datasets, each one transaction with its audit entry and its event. */
@ApplicationScoped
class DatasetWrites {
    private final DatasetStore store;
    private final AuditLog audit;
    private final EventLog events;
    private final Imports imports;

    DatasetWrites(DatasetStore store, AuditLog audit, EventLog events, Imports imports) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.imports = imports;
    }

    /** Adds a version to be imported, unless the newest one came from the same bytes. */
    DatasetSummary add(Actor actor, NewVersion version) {
        var same = store.unchanged(version);
        if (same.isPresent()) {
            return same.get();
        }
        var added = QuarkusTransaction.joiningExisting().call(() -> {
            var summary = store.add(version);
            record(
                    actor,
                    "dataset.upload",
                    summary,
                    Map.of(
                            "name",
                            version.name(),
                            "file",
                            version.fileName(),
                            "sha256",
                            version.source().sha().hex()));
            return summary;
        });
        imports.wake();
        return store.find(added.dataset()).orElseThrow(() -> NotFound.of("dataset", added.dataset()));
    }

    DatasetSummary correct(Actor actor, DatasetSummary dataset, List<ColumnCorrection> corrections) {
        var latest = Optional.ofNullable(dataset.usable())
                .orElseThrow(() -> new Conflict(
                        "The dataset (%s) has no version that is ready.%nMaybe wait for its import, or upload the file again."
                                .formatted(dataset.name())));
        var columns = store.columns(latest.id());
        var corrected = ColumnCorrections.apply(columns, corrections);
        if (corrected.equals(columns)) {
            return dataset;
        }
        var hash = ContentHash.corrected(String.valueOf(latest.hash()), corrected);
        QuarkusTransaction.joiningExisting().run(() -> {
            var summary = store.addCorrected(latest, corrected, hash);
            record(
                    actor,
                    "dataset.correct",
                    summary,
                    Map.of(
                            "corrections",
                            corrections.stream().map(ColumnCorrection::toString).toList()));
        });
        return store.find(dataset.id()).orElseThrow(() -> NotFound.of("dataset", dataset.id()));
    }

    void delete(Actor actor, DatasetSummary dataset) {
        QuarkusTransaction.joiningExisting().run(() -> {
            store.delete(dataset.id());
            record(actor, "dataset.delete", dataset.latest(), Map.of("name", dataset.name()));
        });
    }

    private void record(Actor actor, String action, VersionSummary version, Map<String, ?> detail) {
        audit.record(actor, action, version.dataset(), version.project(), detail);
        events.append(
                action,
                version.project(),
                null,
                null,
                Map.of(
                        "dataset",
                        version.dataset().toString(),
                        "version",
                        version.id().toString()));
    }
}
