package io.polyphony.referee;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Numbers through hidden layers of one width: linear, ReLU. */
final class Table implements Encoder {
    private final long features;
    private final long width;
    private final int depth;
    private final List<LinearImpl> layers = new ArrayList<>();

    Table(long features, long width, int depth) {
        this.features = features;
        this.width = width;
        this.depth = depth;
    }

    @Override
    public Tensor rows(long count) {
        return torch.randn(count, features);
    }

    @Override
    public long build(Module network) {
        for (int i = 0; i < depth; i++) {
            var layer = new LinearImpl(i == 0 ? features : width, width);
            layers.add(network.register_module("table" + i, layer));
        }
        return width;
    }

    @Override
    public Tensor forward(Tensor rows) {
        var x = rows;
        for (var layer : layers) {
            x = torch.relu(layer.forward(x));
        }
        return x;
    }
}
