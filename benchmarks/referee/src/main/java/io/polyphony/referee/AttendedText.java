package io.polyphony.referee;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LayerNormImpl;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Word vectors with learned positions through pre-norm attention layers, and the mean of what they become. */
final class AttendedText implements Encoder {
    private final Words words;
    private final int depth;
    private EmbeddingImpl vectors = new EmbeddingImpl(1, 1);
    private Tensor positions = new Tensor();
    private LayerNormImpl read = new LayerNormImpl(new LongVector(new long[] {1}));
    private final List<Attending> layers = new ArrayList<>();

    AttendedText(Words words, int depth) {
        this.words = words;
        this.depth = depth;
    }

    @Override
    public Tensor rows(long count) {
        return words.rows(count);
    }

    @Override
    public long build(Module network) {
        vectors = words.build(network);
        positions = network.register_parameter("positions", torch.randn(words.length(), words.dimension()));
        for (int i = 0; i < depth; i++) {
            layers.add(new Attending(network, "layer" + i, words.dimension()));
        }
        read = network.register_module("read", new LayerNormImpl(new LongVector(new long[] {words.dimension()})));
        return words.dimension();
    }

    @Override
    public Tensor forward(Tensor rows) {
        var tokens = vectors.forward(rows).add(positions);
        for (var layer : layers) {
            tokens = layer.forward(tokens);
        }
        return read.forward(tokens).mean(1);
    }
}
