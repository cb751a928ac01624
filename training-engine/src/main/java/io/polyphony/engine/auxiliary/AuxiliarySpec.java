package io.polyphony.engine.auxiliary;

import io.polyphony.engine.tensor.Check;

/**
 * What is learned beside the tasks.
 *
 * @param unimodal weight of the losses of heads that read one input alone, beside the fused ones, 0..10; 0 for none
 * @param modulation alpha of OGM-GE (see {@link Modulation}), 0..10; 0 for none
 */
public record AuxiliarySpec(double unimodal, double modulation, AutoencoderSpec autoencoder) {
    /** The tasks alone. */
    public static final AuxiliarySpec NONE = new AuxiliarySpec(0, 0, AutoencoderSpec.NONE);

    public AuxiliarySpec {
        Check.range("unimodal", unimodal, 0, 10);
        Check.range("modulation", modulation, 0, 10);
    }

    /** Whether every input has heads of its own: losses need them, and so does the modulation, to see who is ahead. */
    public boolean readsInputsAlone() {
        return unimodal > 0 || modulation > 0;
    }
}
