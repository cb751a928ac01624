package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.SeriesFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.layer.Steps;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.tensor.Check;

/**
 * Reads a series step by step; the embedding is, of each direction, the last state and the largest of every unit on the way.
 *
 * @param kind gated recurrent units or long short-term memory
 * @param maxLength steps kept, 16..65536
 * @param units of each direction, 1..1024
 * @param bidirectional whether a second layer reads from the end
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record SeriesRecurrent(Recurrent.Kind kind, int maxLength, int units, boolean bidirectional, double dropout)
        implements Sequenced {

    public SeriesRecurrent {
        Check.range("maxLength", maxLength, 16, 65_536);
        Check.range("units", units, 1, 1024);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new SeriesFeatures(maxLength);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var steps = Steps.of(graph, layout);
        var states = new Recurrent(kind, units, bidirectional)
                .states(graph, layout.input() + ".states", steps.values(), steps.weights());
        var read = Recurrent.read(graph, states, steps.weights());
        return new Sequence(Drop.of(graph, read, dropout), new Tokens(SideBySide.of(graph, states), steps.weights()));
    }
}
