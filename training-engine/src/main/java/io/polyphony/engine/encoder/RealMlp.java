package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.layer.Cells;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.op.Gelu;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;

/**
 * Numbers with learned waves, and embedded categories, through a deep perceptron with a smooth bend (after RealMLP,
 * Holzmueller 2024): what a plain one cannot tell from a number, it tells from its waves.
 *
 * @param width units of each hidden layer, 1..4096
 * @param depth hidden layers, 1..8
 * @param waves per number, 1..256
 * @param dropout share of units dropped in training, 0..0.9
 */
public record RealMlp(int width, int depth, int waves, double dropout) implements EncoderSpec {
    private static final int PER_NUMBER = 4;

    public RealMlp {
        Check.range("width", width, 1, 4096);
        Check.range("depth", depth, 1, 8);
        Check.range("waves", waves, 1, 256);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return TabularFeatures.standard();
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        var name = layout.input();
        var cells = Cells.of(graph, layout);
        var parts = new ArrayList<Node>();
        for (var numbers : cells.numbers()) {
            var bent =
                    graph.apply(new Gelu(), Linear.of(graph, name + ".waves", cells.waves(graph, waves), PER_NUMBER));
            int row = bent.shape().size() / graph.batch();
            parts.add(numbers);
            parts.add(graph.apply(new Reshape(Shape.of(graph.batch(), row)), bent));
        }
        parts.addAll(cells.categories(graph));
        var features = SideBySide.of(graph, parts);
        for (int layer = 0; layer < depth; layer++) {
            var sum = Linear.of(graph, name + ".hidden" + layer, features, width);
            features = Drop.of(graph, graph.apply(new Gelu(), sum), dropout);
        }
        return features;
    }
}
