package io.polyphony.engine.encoder;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
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

    @Override
    default Node build(Graph graph, InputLayout layout) {
        return stages(graph, layout).embedding();
    }
}
