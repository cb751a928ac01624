package io.polyphony.backend.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
    private static final int MOST = 8;
    private final VariantStore store;
    private final Cache<VariantId, Bundle> read =
            Caffeine.newBuilder().maximumSize(MOST).softValues().build();

    VariantBundles(VariantStore store) {
        this.store = store;
    }

    /** Empty until the variant is ready. */
    Optional<Bundle> find(VariantId variant) {
        return Optional.ofNullable(read.getIfPresent(variant))
                .or(() -> store.bundle(variant).map(bytes -> {
                    var bundle = read(bytes);
                    read.put(variant, bundle);
                    return bundle;
                }));
    }

    private static Bundle read(byte[] bytes) {
        try {
            return Bundle.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The stored variant cannot be read.", e);
        }
    }
}
