package io.polyphony.engine.encoder;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.PixelFeatures;
import io.polyphony.engine.layer.ConvolutionStack;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Convolution blocks of 3 x 3, each halving the picture and doubling the channels, then the last grid of at most 4 x 4 cells.
 * Large pictures may begin with a stem that shrinks them first.
 *
 * @param size pixels per side that a picture is scaled to, 8..512
 * @param channels 1 (grey) or 3 (colour)
 * @param width channels of the first block, 1..256
 * @param blocks convolution blocks, 1..6; the picture must not vanish: size / stride / 2^blocks >= 1
 * @param dropout share of the embedding dropped in training, 0..0.9
 * @param light what of a picture's light is seen; null in networks stored before there was a choice: how light it is beside others
 * @param stride of the stem: 2, 4 or 8; 1 for none, and so is 0, in networks stored before there was a choice
 */
public record ImageCnn(int size, int channels, int width, int blocks, double dropout, Light light, int stride)
        implements Staged {
    @JsonCreator
    public ImageCnn {
        light = Objects.requireNonNullElse(light, Light.ABSOLUTE);
        Check.range("size", size, 8, 512);
        Check.range("channels", channels, 1, 3);
        Check.range("width", width, 1, 256);
        Check.range("blocks", blocks, 1, 6);
        Check.range("dropout", dropout, 0, 0.9);
        stride = Staged.stride(stride);
        Check.range("size / stride / 2^blocks", size / stride >> blocks, 1, size);
    }

    /** One without a stem. */
    public ImageCnn(int size, int channels, int width, int blocks, double dropout, Light light) {
        this(size, channels, width, blocks, dropout, light, 1);
    }

    /** One that sees how light pictures are beside each other. */
    public ImageCnn(int size, int channels, int width, int blocks, double dropout) {
        this(size, channels, width, blocks, dropout, Light.ABSOLUTE);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new PixelFeatures(size, channels, light);
    }

    @Override
    public Stages stages(Graph graph, InputLayout layout) {
        var pixels = graph.input(
                layout.qualified(InputLayout.PIXELS),
                layout.block(InputLayout.PIXELS).shape());
        var maps = new ArrayList<>(List.of(pixels));
        maps.addAll(ConvolutionStack.blocks(graph, layout.input(), pixels, width, blocks, stride));
        return new Stages(Drop.of(graph, ConvolutionStack.grid(graph, maps.getLast()), dropout), maps);
    }
}
