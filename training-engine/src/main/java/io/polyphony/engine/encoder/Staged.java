package io.polyphony.engine.encoder;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.List;

/** An encoder of pictures that shows what it sees at every scale on its way, so that a head can draw on a picture. */
public sealed interface Staged extends EncoderSpec permits ImageCnn, ImageResNet {

    /**
     * What an encoder makes of pictures.
     *
     * @param embedding [batch, any width]
     * @param maps [batch, height, width, channels] from the picture's own resolution to the coarsest
     */
    record Stages(Node embedding, List<Node> maps) {
        public Stages {
            maps = List.copyOf(maps);
        }
    }

    /** Adds the encoder to a graph. */
    Stages stages(Graph graph, InputLayout layout);

    /**
     * The stride of a stem, as it was asked for.
     *
     * @param stride 0 where nothing was said: none
     * @throws IllegalArgumentException if it is none of 1, 2, 4 and 8
     */
    static int stride(int stride) {
        int asked = stride == 0 ? 1 : stride;
        Check.range("stride", asked, 1, 8);
        if (Integer.bitCount(asked) != 1) {
            throw new IllegalArgumentException("The stride (%d) is none of 1, 2, 4 and 8.".formatted(stride));
        }
        return asked;
    }

    @Override
    default Node build(Graph graph, InputLayout layout) {
        return stages(graph, layout).embedding();
    }
}
