package io.polyphony.referee;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.GroupNormImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A ResNet-10 with group norm: a convolution, then four stages of one block of two convolutions beside a shortcut; every
 * stage but the first halves the picture and doubles the channels. Then the mean over the picture.
 */
final class Residual implements Encoder {
    private static final long GROUPS = 8;
    private static final int STAGES = 4;
    private final long size;
    private final long width;
    private final List<Layer> layers = new ArrayList<>();

    Residual(long size, long width) {
        this.size = size;
        this.width = width;
    }

    @Override
    public Tensor rows(long count) {
        return torch.randn(count, 3, size, size);
    }

    @Override
    public long build(Module network) {
        add(network, 3, width, 3, 1);
        for (int stage = 0; stage < STAGES; stage++) {
            long before = stage == 0 ? width : width << (stage - 1);
            add(network, before, width << stage, 3, stage == 0 ? 1 : 2);
            add(network, width << stage, width << stage, 3, 1);
            if (stage > 0) {
                add(network, before, width << stage, 1, 2);
            }
        }
        return width << (STAGES - 1);
    }

    private void add(Module network, long channels, long filters, long kernel, long stride) {
        var options = new Conv2dOptions(channels, filters, new LongPointer(kernel, kernel));
        options.padding().put(new LongPointer(kernel / 2, kernel / 2));
        options.stride().put(new LongPointer(stride, stride));
        int number = layers.size();
        layers.add(new Layer(
                network.register_module("convolution" + number, new Conv2dImpl(options)),
                network.register_module("norm" + number, new GroupNormImpl(GROUPS, filters))));
    }

    @Override
    public Tensor forward(Tensor rows) {
        int next = 0;
        var x = torch.relu(layers.get(next++).forward(rows));
        for (int stage = 0; stage < STAGES; stage++) {
            var inner = torch.relu(layers.get(next++).forward(x));
            var outer = layers.get(next++).forward(inner);
            var shortcut = stage == 0 ? x : layers.get(next++).forward(x);
            x = torch.relu(outer.add(shortcut));
        }
        return x.mean(2, 3);
    }

    private record Layer(Conv2dImpl convolution, GroupNormImpl norm) {
        Tensor forward(Tensor x) {
            return norm.forward(convolution.forward(x));
        }
    }
}
