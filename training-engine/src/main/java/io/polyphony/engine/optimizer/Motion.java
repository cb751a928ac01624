package io.polyphony.engine.optimizer;

/**
 * What one step asks of all vectors.
 *
 * @param step 1-based
 * @param scale factor on the gradient
 * @param rate learning rate
 * @param kept share of a value that weight decay leaves
 */
public record Motion(long step, float scale, double rate, float kept) {

    /** The same without decay. */
    Motion undecayed() {
        return new Motion(step, scale, rate, 1f);
    }
}
