package io.polyphony.engine.auxiliary;

import io.polyphony.engine.tensor.Check;

/**
 * Whether the fused embedding must also tell what the inputs were.
 *
 * @param weight of the reconstruction's loss, 0..10; 0 for none
 */
public record AutoencoderSpec(Kind kind, double weight) {
    /** Nothing is reconstructed. */
    public static final AutoencoderSpec NONE = new AutoencoderSpec(Kind.PLAIN, 0);

    public AutoencoderSpec {
        Check.range("weight", weight, 0, 10);
    }

    /** What lies between the embedding and what is reconstructed. */
    public enum Kind {
        /** Nothing. */
        PLAIN,
        /** Draws from a normal distribution that the embedding tells, which is to be close to the standard one (Kingma 2014). */
        VARIATIONAL
    }

    public boolean reconstructs() {
        return weight > 0;
    }

    public boolean variational() {
        return kind == Kind.VARIATIONAL;
    }
}
