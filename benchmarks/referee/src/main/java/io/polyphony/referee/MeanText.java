package io.polyphony.referee;

import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The mean of learned word vectors over texts of one length. */
final class MeanText implements Encoder {
    private final long vocabulary;
    private final long length;
    private final long dimension;
    private EmbeddingImpl words = new EmbeddingImpl(1, 1);

    MeanText(long vocabulary, long length, long dimension) {
        this.vocabulary = vocabulary;
        this.length = length;
        this.dimension = dimension;
    }

    @Override
    public Tensor rows(long count) {
        return torch.randint(vocabulary, new long[] {count, length}).to(torch.ScalarType.Long);
    }

    @Override
    public long build(Module network) {
        words = network.register_module("words", new EmbeddingImpl(vocabulary, dimension));
        return dimension;
    }

    @Override
    public Tensor forward(Tensor rows) {
        return words.forward(rows).mean(1);
    }
}
