package io.polyphony.referee;

import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Texts of one length as learned vectors.
 *
 * @param dimension of a vector
 */
record Words(long vocabulary, long length, long dimension) {

    Tensor rows(long count) {
        // Word 0 is padding, which these texts have none of.
        return torch.randint(1, vocabulary, new long[] {count, length}).to(torch.ScalarType.Long);
    }

    EmbeddingImpl build(Module network) {
        return network.register_module("words", new EmbeddingImpl(vocabulary, dimension));
    }
}
