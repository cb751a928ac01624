package io.polyphony.referee;

import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** The mean of the word vectors. */
final class MeanText implements Encoder {
    private final Words words;
    private EmbeddingImpl vectors = new EmbeddingImpl(1, 1);

    MeanText(Words words) {
        this.words = words;
    }

    @Override
    public Tensor rows(long count) {
        return words.rows(count);
    }

    @Override
    public long build(Module network) {
        vectors = words.build(network);
        return words.dimension();
    }

    @Override
    public Tensor forward(Tensor rows) {
        return vectors.forward(rows).mean(1);
    }
}
