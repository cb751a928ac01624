package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.RunFeatures;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.layer.Cells;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;

/**
 * A table whose columns are steps of one measurement: its cells, and beside them how often fixed kernels answer to those steps
 * (MiniRocket, Dempster 2021), through a small perceptron.
 *
 * @param cells how the cells are read
 * @param features answers, 84..50000
 * @param width units of the hidden layer, 1..4096
 * @param dropout share of answers and of units dropped in training, 0..0.9
 */
public record TabularRocket(TabularFeatures cells, int features, int width, double dropout) implements EncoderSpec {
    public TabularRocket {
        Check.range("features", features, 84, 50_000);
        Summed.check(width, dropout);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new RunFeatures(cells, features);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        var answers = graph.input(
                layout.qualified(InputLayout.ROCKET),
                layout.block(InputLayout.ROCKET).shape());
        var row = Cells.of(graph, layout);
        var parts = new ArrayList<>(row.numbers());
        parts.addAll(row.categories(graph));
        parts.add(Drop.of(graph, answers, dropout));
        return Perceptron.of(graph, layout.input(), SideBySide.of(graph, parts), width, 1, dropout);
    }
}
