package io.polyphony.engine.fusion;

import io.polyphony.engine.tensor.Check;

/**
 * Gated multi-modal units (Arevalo 2017): z = sum of g_m * tanh(z_m), g = softmax over m of U_m [z; presence].
 *
 * @param width length of the fused embedding, 1..4096
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Gated(int width, double dropout, double modalityDropout) implements FusionSpec {
    public Gated {
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }
}
