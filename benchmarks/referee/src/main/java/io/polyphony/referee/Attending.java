package io.polyphony.referee;

import org.bytedeco.pytorch.LayerNormImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** One pre-norm Transformer layer: four heads, a perceptron of twice the width, GELU. */
final class Attending {
    private static final long HEADS = 4;
    private final long width;
    private final LayerNormImpl before;
    private final LayerNormImpl between;
    private final LinearImpl triples;
    private final LinearImpl mixed;
    private final LinearImpl hidden;
    private final LinearImpl thought;

    Attending(Module network, String name, long width) {
        this.width = width;
        before = network.register_module(name + "_before", new LayerNormImpl(new LongVector(new long[] {width})));
        between = network.register_module(name + "_between", new LayerNormImpl(new LongVector(new long[] {width})));
        triples = network.register_module(name + "_triples", new LinearImpl(width, 3 * width));
        mixed = network.register_module(name + "_mixed", new LinearImpl(width, width));
        hidden = network.register_module(name + "_hidden", new LinearImpl(width, 2 * width));
        thought = network.register_module(name + "_thought", new LinearImpl(2 * width, width));
    }

    Tensor forward(Tensor tokens) {
        long batch = tokens.size(0);
        long length = tokens.size(1);
        var all = triples.forward(before.forward(tokens)).view(batch, length, 3, HEADS, width / HEADS);
        var parts = all.permute(2, 0, 3, 1, 4);
        var attended = torch.scaled_dot_product_attention(parts.select(0, 0), parts.select(0, 1), parts.select(0, 2));
        var rows = attended.transpose(1, 2).reshape(batch, length, width);
        var added = tokens.add(mixed.forward(rows));
        return added.add(thought.forward(torch.gelu(hidden.forward(between.forward(added)))));
    }
}
