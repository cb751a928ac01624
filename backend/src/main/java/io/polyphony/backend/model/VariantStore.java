package io.polyphony.backend.model;

import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.VariantId;
import io.polyphony.engine.compression.Toll;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps variants of models. Within the caller's transaction. */
public interface VariantStore {
    /** A variant that is being made. */
    void add(VariantId id, ModelId model, VariantPlan plan);

    /** Newest first. One that nobody has worked on for some minutes has failed. */
    List<Variant> of(ModelId model);

    Optional<Variant> find(VariantId id);

    /** Whoever makes these is still there. */
    void touch(Collection<VariantId> ids);

    void advance(VariantId id, double progress);

    void fail(VariantId id, String problem);

    /** @param bundle the bytes of its file */
    void finish(VariantId id, Toll toll, Map<String, Double> losses, byte[] bundle);

    /** The bytes of its file; empty until it is ready. */
    Optional<byte[]> bundle(VariantId id);
}
