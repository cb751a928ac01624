package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Screening;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.layer.Cells;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.NumberEmbedding;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.op.Gelu;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;
import java.util.Objects;

/**
 * Numbers with learned waves or bins, and embedded categories, through a deep perceptron with a smooth bend (after RealMLP,
 * Holzmueller 2024): what a plain one cannot tell from a number, it tells from those.
 *
 * @param width units of each hidden layer, 1..4096
 * @param depth hidden layers, 1..8
 * @param waves per number, 1..256
 * @param dropout share of units dropped in training, 0..0.9
 * @param numbers what is seen of numbers
 * @param screening which columns it sees
 */
public record RealMlp(int width, int depth, int waves, double dropout, NumberEmbedding numbers, Screening screening)
        implements EncoderSpec {
    public RealMlp {
        // Networks made before there was a choice see all columns.
        screening = Objects.requireNonNullElse(screening, Screening.ALL);
        // Networks made before there was a choice have waves.
        numbers = Objects.requireNonNullElse(numbers, NumberEmbedding.WAVES);
        Check.range("width", width, 1, 4096);
        Check.range("depth", depth, 1, 8);
        Check.range("waves", waves, 1, 256);
        Check.range("dropout", dropout, 0, 0.9);
    }

    /** Of all columns. */
    public RealMlp(int width, int depth, int waves, double dropout, NumberEmbedding numbers) {
        this(width, depth, waves, dropout, numbers, Screening.ALL);
    }

    /** With waves, of all columns. */
    public RealMlp(int width, int depth, int waves, double dropout) {
        this(width, depth, waves, dropout, NumberEmbedding.WAVES);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return TabularFeatures.of(numbers == NumberEmbedding.BINS, screening);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        var name = layout.input();
        var cells = Cells.of(graph, layout);
        var parts = new ArrayList<>(numbers.row(graph, cells, name, waves));
        parts.addAll(cells.categories(graph));
        var features = SideBySide.of(graph, parts);
        for (int layer = 0; layer < depth; layer++) {
            var sum = Linear.of(graph, name + ".hidden" + layer, features, width);
            features = Drop.of(graph, graph.apply(new Gelu(), sum), dropout);
        }
        return features;
    }
}
