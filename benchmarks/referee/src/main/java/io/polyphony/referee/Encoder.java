package io.polyphony.referee;

import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** One input of a network: rows of it, and how they become an embedding [batch, n]. */
interface Encoder {

    /** So many random rows as this encoder reads them. */
    Tensor rows(long count);

    /** Makes the layers, as children of that network. @return the width of the embedding */
    long build(Module network);

    Tensor forward(Tensor rows);
}
