package io.polyphony.backend.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.polyphony.engine.compression.PruningSpec;
import org.jspecify.annotations.Nullable;

/**
 * A variant's settings, with everything chosen that its kind needs; the rest is null.
 *
 * @param epochs null: as many as the trial was given
 * @param packing how its weights are kept: exact, fp16 or int8
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariantPlan(
        VariantKind kind,
        @Nullable Double share,
        PruningSpec.@Nullable Scope scope,
        @Nullable Integer epochs,
        @Nullable Double width,
        @Nullable Double teacher,
        @Nullable Double temperature,
        String packing) {}
