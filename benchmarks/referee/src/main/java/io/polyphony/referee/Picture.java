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

/** Blocks of convolution 3 x 3, maximum 2 x 2, group norm, ReLU, then maxima until the grid is at most 4 x 4. */
final class Picture implements Encoder {
    private static final long GROUPS = 4;
    private static final long CELLS = 4;
    private final long size;
    private final long width;
    private final int blocks;
    private final List<Conv2dImpl> convolutions = new ArrayList<>();
    private final List<GroupNormImpl> norms = new ArrayList<>();

    Picture(long size, long width, int blocks) {
        this.size = size;
        this.width = width;
        this.blocks = blocks;
    }

    @Override
    public Tensor rows(long count) {
        return torch.randn(count, 1, size, size);
    }

    @Override
    public long build(Module network) {
        long channels = 1;
        for (int i = 0; i < blocks; i++) {
            var options = new Conv2dOptions(channels, width << i, new LongPointer(3, 3));
            options.padding().put(new LongPointer(1, 1));
            channels = width << i;
            convolutions.add(network.register_module("convolution" + i, new Conv2dImpl(options)));
            norms.add(network.register_module("norm" + i, new GroupNormImpl(GROUPS, channels)));
        }
        long side = side();
        return side * side * channels;
    }

    private long side() {
        long side = size >> blocks;
        while (side > CELLS) {
            side >>= 1;
        }
        return side;
    }

    @Override
    public Tensor forward(Tensor rows) {
        var x = rows;
        for (int i = 0; i < blocks; i++) {
            x = torch.max_pool2d(convolutions.get(i).forward(x), 2, 2);
            x = torch.relu(norms.get(i).forward(x));
        }
        while (x.size(2) > CELLS) {
            x = torch.max_pool2d(x, 2, 2);
        }
        return x.flatten(1, -1);
    }
}
