package io.polyphony.backend.model;

import org.jspecify.annotations.Nullable;

/**
 * What variant of a model is wanted; what is left out is chosen.
 *
 * @param kind int8, fp16, pruned, distilled or refit
 * @param share of a pruned variant: weights that become zero, 0.1 to 0.95; usually 0.7
 * @param scope of a pruned variant: "each" matrix loses the same share (usual), or "all" together do
 * @param epochs of fine-tuning a pruned variant, usually 8, or of teaching a distilled one, usually as many as the trial's; 1 to 1000
 * @param width of a distilled variant: its layers' widths as a multiple of the model's, 0.1 to 1; usually 0.5
 * @param teacher of a distilled variant: the model's share in what it learns, beside the labels, 0 to 1; usually 0.7
 * @param temperature of a distilled variant: how much probabilities are softened, 1 to 20; usually 2
 * @param packing of a pruned, distilled or refit variant: exact (usual), fp16 or int8 weights
 */
public record VariantRequest(
        String kind,
        @Nullable Double share,
        @Nullable String scope,
        @Nullable Integer epochs,
        @Nullable Double width,
        @Nullable Double teacher,
        @Nullable Double temperature,
        @Nullable String packing) {

    /** The usual variant of a kind. */
    public static VariantRequest of(VariantKind kind) {
        return new VariantRequest(kind.label(), null, null, null, null, null, null, null);
    }
}
