package io.polyphony.referee;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.LayerNormImpl;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * An FT-Transformer: every number by its value and learned waves is a token, each by a map of its own, with a free one before them; pre-norm
 * attention layers; the free token is read.
 */
final class AttendedTable implements Encoder {
    private final long features;
    private final long width;
    private final int depth;
    private final long waves;
    private Tensor frequencies = new Tensor();
    private Tensor phases = new Tensor();
    private Tensor free = new Tensor();
    private Tensor columns = new Tensor();
    private Tensor maps = new Tensor();
    private Tensor biases = new Tensor();
    private LayerNormImpl read = new LayerNormImpl(new LongVector(new long[] {1}));
    private final List<Attending> layers = new ArrayList<>();

    AttendedTable(long features, long width, int depth, long waves) {
        this.features = features;
        this.width = width;
        this.depth = depth;
        this.waves = waves;
    }

    @Override
    public Tensor rows(long count) {
        return torch.randn(count, features);
    }

    @Override
    public long build(Module network) {
        frequencies = learned(network, "frequencies", torch.randn(features, waves));
        phases = learned(network, "phases", torch.randn(features, waves));
        free = learned(network, "free", torch.randn(1, 1, width));
        columns = learned(network, "columns", torch.randn(features + 1, width));
        maps = learned(network, "maps", torch.randn(features, waves + 1, width));
        biases = learned(network, "biases", torch.randn(features, width));
        for (int i = 0; i < depth; i++) {
            layers.add(new Attending(network, "layer" + i, width));
        }
        read = network.register_module("read", new LayerNormImpl(new LongVector(new long[] {width})));
        return width;
    }

    /** A handle of our own: the one that comes back does not survive the next parameter. */
    private static Tensor learned(Module network, String name, Tensor first) {
        return new Tensor(network.register_parameter(name, first));
    }

    @Override
    public Tensor forward(Tensor rows) {
        var values = rows.unsqueeze(2);
        var turns = torch.cos(values.mul(frequencies).add(phases).mul(new Scalar(2 * Math.PI)));
        var known = new TensorVector();
        known.push_back(values);
        known.push_back(turns);
        var parts = new TensorVector();
        parts.push_back(free.expand(rows.size(0), 1, width));
        parts.push_back(mapped(torch.cat(known, 2)));
        var tokens = torch.cat(parts, 1).add(columns);
        for (var layer : layers) {
            tokens = layer.forward(tokens);
        }
        return read.forward(tokens.select(1, 0));
    }

    /** Each number by a map of its own. */
    private Tensor mapped(Tensor known) {
        return torch.bmm(known.transpose(0, 1), maps).transpose(0, 1).add(biases);
    }
}
