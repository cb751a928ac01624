package io.polyphony.engine.fusion;

import io.polyphony.engine.tensor.Check;

/**
 * Decision level: every input has its own head per task; their answers are mixed by learned weights per task.
 *
 * @param width length of the fused embedding, 1..4096
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Late(int width, double dropout, double modalityDropout) implements FusionSpec {
    public Late {
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }
}
