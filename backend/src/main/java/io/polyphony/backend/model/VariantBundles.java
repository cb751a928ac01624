package io.polyphony.backend.model;

import io.polyphony.backend.common.Recent;
import io.polyphony.backend.common.VariantId;
import io.polyphony.engine.export.Bundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The networks of variants. They never change, so that some stay in memory for those who ask again. Within the caller's transaction. */
@ApplicationScoped
class VariantBundles {
    private final VariantStore store;
    private final Recent<VariantId, Bundle> recent = new Recent<>();

    VariantBundles(VariantStore store) {
        this.store = store;
    }

    /** Empty until the variant is ready. */
    Optional<Bundle> find(VariantId variant) {
        return recent.of(variant, () -> store.bundle(variant).map(VariantBundles::read));
    }

    private static Bundle read(byte[] bytes) {
        try {
            return Bundle.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The stored variant cannot be read.", e);
        }
    }
}
