package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Screening;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.layer.Cells;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;
import java.util.Objects;

/**
 * Numbers (scaled, with missing bits) and embedded categories as they are: with a fusion and heads that bend nothing, a linear
 * regression of every task. Cells dropped in training keep it from leaning on a few, much as a ridge does (Wager, Wang and Liang,
 * NIPS 2013).
 *
 * @param dropout share of cells dropped in training, 0..0.9
 * @param screening which columns it sees
 */
public record TabularLinear(double dropout, Screening screening) implements EncoderSpec {
    public TabularLinear {
        // Networks made before there was a choice see all columns.
        screening = Objects.requireNonNullElse(screening, Screening.ALL);
        Check.range("dropout", dropout, 0, 0.9);
    }

    /** Of all columns. */
    public TabularLinear(double dropout) {
        this(dropout, Screening.ALL);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return TabularFeatures.of(false, screening);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        var cells = Cells.of(graph, layout);
        var parts = new ArrayList<>(cells.numbers());
        parts.addAll(cells.categories(graph));
        return Drop.of(graph, SideBySide.of(graph, parts), dropout);
    }
}
