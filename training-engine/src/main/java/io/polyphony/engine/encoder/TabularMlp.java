package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Screening;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.layer.Cells;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;
import java.util.Objects;

/**
 * Numbers (scaled, with missing bits) and embedded categories through a multi-layer perceptron.
 *
 * @param width units of each hidden layer, 1..4096
 * @param depth hidden layers, 1..8
 * @param dropout share of units dropped in training, 0..0.9
 * @param screening which columns it sees
 */
public record TabularMlp(int width, int depth, double dropout, Screening screening) implements EncoderSpec {
    public TabularMlp {
        // Networks made before there was a choice see all columns.
        screening = Objects.requireNonNullElse(screening, Screening.ALL);
        Check.range("width", width, 1, 4096);
        Check.range("depth", depth, 1, 8);
        Check.range("dropout", dropout, 0, 0.9);
    }

    /** Of all columns. */
    public TabularMlp(int width, int depth, double dropout) {
        this(width, depth, dropout, Screening.ALL);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return TabularFeatures.of(false, screening);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        var name = layout.input();
        var cells = Cells.of(graph, layout);
        var parts = new ArrayList<>(cells.numbers());
        parts.addAll(cells.categories(graph));
        return Perceptron.of(graph, name, SideBySide.of(graph, parts), width, depth, dropout);
    }
}
