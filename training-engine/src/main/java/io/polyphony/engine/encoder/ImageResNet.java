package io.polyphony.engine.encoder;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.PixelFeatures;
import io.polyphony.engine.layer.ConvolutionStack;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.ResidualStack;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Objects;

/**
 * A residual network of four stages, then the mean over the picture or its last grid.
 *
 * @param size pixels per side that a picture is scaled to, 8..512
 * @param channels 1 (grey) or 3 (colour)
 * @param width channels of the first stage, 1..128; the last has eight times as many
 * @param blocks per stage: 1 is a ResNet-10, 2 a ResNet-18; 1..4
 * @param dropout share of the embedding dropped in training, 0..0.9
 * @param light what of a picture's light is seen; null in networks stored before there was a choice: how light it is beside others
 * @param stride of the stem: 2, 4 or 8; 1 for one of 3 x 3, and so is 0, in networks stored before there was a choice
 * @param readOut what is said of the last map; null in networks stored before there was a choice: its mean
 */
public record ImageResNet(
        int size, int channels, int width, int blocks, double dropout, Light light, int stride, ReadOut readOut)
        implements Staged {
    private static final int STAGES = 4;

    @JsonCreator
    public ImageResNet {
        light = Objects.requireNonNullElse(light, Light.ABSOLUTE);
        readOut = Objects.requireNonNullElse(readOut, ReadOut.MEAN);
        Check.range("size", size, 8, 512);
        Check.range("channels", channels, 1, 3);
        Check.range("width", width, 1, 128);
        Check.range("blocks", blocks, 1, 4);
        Check.range("dropout", dropout, 0, 0.9);
        stride = Staged.stride(stride);
        Check.range("size / stride", size / stride, 1, size);
    }

    /** One that says the mean over the picture. */
    public ImageResNet(int size, int channels, int width, int blocks, double dropout, Light light, int stride) {
        this(size, channels, width, blocks, dropout, light, stride, ReadOut.MEAN);
    }

    /** One whose first stage is as large as the pictures. */
    public ImageResNet(int size, int channels, int width, int blocks, double dropout, Light light) {
        this(size, channels, width, blocks, dropout, light, 1);
    }

    /** One that sees how light pictures are beside each other. */
    public ImageResNet(int size, int channels, int width, int blocks, double dropout) {
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
        var maps = new ArrayList<Node>();
        if (stride > 1) {
            maps.add(pixels); // What draws on pictures goes back to them.
        }
        maps.addAll(new ResidualStack(width, STAGES, blocks, stride).stages(graph, layout.input(), pixels));
        return new Stages(Drop.of(graph, read(graph, maps.getLast()), dropout), maps);
    }

    private Node read(Graph graph, Node last) {
        return switch (readOut) {
            case GRID -> ConvolutionStack.grid(graph, last);
            case MEAN -> {
                int cells = last.shape().extent(1) * last.shape().extent(2);
                var members = Shape.of(graph.batch(), cells, last.shape().last());
                yield Members.mean(graph, graph.apply(new Reshape(members), last));
            }
        };
    }
}
